package descent.flashcard.desk;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.exchange.anki.AnkiPackage;
import descent.exchange.card.CardNote;
import descent.exchange.card.CardTable;
import descent.shared.text.Links;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tending cards: writing, looking through, setting, carrying in and out, counting. */
@QuarkusTest
class DeskTest {
    private static final String CARDS = "/courses/sample/cards";
    private static final String DIRECTION = CARDS + "/card/lesson.card-direction.front";
    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Client ada;

    @BeforeEach
    void somebodyNew() {
        ada = Client.enrolled("sample");
    }

    private Document page(String path) {
        var answer = ada.get(path);
        assertEquals(200, answer.statusCode(), path + " " + answer.asString());
        return Jsoup.parse(answer.asString());
    }

    private Response write(String path, Map<String, String> note) {
        var request = ada.request().contentType("multipart/form-data");
        note.forEach(request::multiPart);
        return request.post(path);
    }

    private static Map<String, String> note(String kind, String front, String back) {
        return new LinkedHashMap<>(
                Map.of("kind", kind, "front", front, "back", back, "deck", "", "tags", ""));
    }

    /** Writes a note; returns the path of its first card. */
    private String written(Map<String, String> note) {
        var answer = write(CARDS + "/notes/new", note);
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("https?://[^/]+", "");
    }

    private Response send(String name, byte[] file) {
        return ada.request()
                .contentType("multipart/form-data")
                .multiPart("file", name, file)
                .post(CARDS + "/import");
    }

    private static String location(Response answer) {
        assertEquals(303, answer.statusCode(), answer.asString());
        return answer.header("Location").replaceFirst("https?://[^/]+", "");
    }

    private String first() {
        return page(CARDS + "/review").select(".ratings input[name=card]").val();
    }

    private void rate(int rating) {
        var form = new LinkedHashMap<String, String>();
        page(CARDS + "/review")
                .select(".ratings input")
                .forEach(field -> form.put(field.attr("name"), field.val()));
        form.put("rating", String.valueOf(rating));
        ada.post(CARDS + "/review", form).then().statusCode(303);
    }

    @Test
    void ownCardIsWrittenAskedFirstChangedAndRemoved() {
        var note = note("basic", "What is $\\eta$?", "The *rate*.");
        note.put("deck", "Mine & yours");
        note.put("tags", "greek rate");
        var card = written(note);
        assertTrue(page(card).select(".flashcard-back em").text().equals("rate"));
        assertTrue(card.endsWith(first()), card);
        assertTrue(page(CARDS).select("tbody").text().contains("Mine & yours"));
        assertEquals(1, page(CARDS + "/browse?tag=greek").select("tbody tr").size());
        var edit = page(card).select("a[href*=/notes/]").attr("href");
        note.put("back", "The **step**.");
        write(edit, note).then().statusCode(303);
        assertEquals("step", page(card).select(".flashcard-back strong").text());
        ada.post(edit + "/remove", Map.of()).then().statusCode(303);
        ada.get(card).then().statusCode(404);
    }

    @Test
    void cardKeepsItsScheduleWhenItsTextChanges() {
        var card = written(note("basic", "front", "back"));
        rate(3);
        var edit = page(card).select("a[href*=/notes/]").attr("href");
        write(edit, note("reversed", "another front", "back")).then().statusCode(303);
        assertTrue(page(card).select(".facts").text().contains("learning"));
    }

    @Test
    void pictureOfOnesOwnIsShownToNobodyElse() {
        var answer =
                ada.request()
                        .contentType("multipart/form-data")
                        .multiPart("kind", "basic")
                        .multiPart("front", "What is this?")
                        .multiPart("back", "A dot.")
                        .multiPart("picture", "dot.png", PNG)
                        .post(CARDS + "/notes/new");
        var source = page(location(answer)).select(".flashcard-front img").attr("src");
        var shown = ada.get(source);
        assertEquals(200, shown.statusCode(), source);
        assertEquals("image/png", shown.contentType());
        assertArrayEquals(PNG, shown.asByteArray());
        Client.enrolled("sample").get(source).then().statusCode(404);
    }

    @Test
    void picturesThatAreNoneAreRefusedAndNothingTypedIsLost() {
        ada.request()
                .contentType("multipart/form-data")
                .multiPart("kind", "basic")
                .multiPart("front", "kept front")
                .multiPart("back", "kept back")
                .multiPart(
                        "picture",
                        "x.png",
                        "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                .post(CARDS + "/notes/new")
                .then()
                .statusCode(422)
                .body(containsString("PNG, JPEG, GIF or WebP"))
                .body(containsString("kept front"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basic|''|back|What is asked?",
                "basic|front|''|What is to be remembered?",
                "cloze|no gap|''|A cloze text has a gap",
                "other|front|back|basic, reversed or cloze"
            })
    void badNoteIsRefusedByField(String kind, String front, String back, String error) {
        write(CARDS + "/notes/new", note(kind, front, back))
                .then()
                .statusCode(422)
                .body(containsString(error));
    }

    @Test
    void whatIsTypedIsMadeHarmless() {
        var card =
                written(
                        note(
                                "basic",
                                "<script>alert(1)</script> [x](javascript:alert(1))",
                                "<img src=x onerror=alert(1)>"));
        var body = page(card).select(".flashcard");
        assertEquals(0, body.select("script, img, [onerror], a[href^=javascript]").size());
    }

    @Test
    void anothersNoteIsNotThere() {
        var card = written(note("basic", "mine", "mine"));
        var eve = Client.enrolled("sample");
        eve.get(card).then().statusCode(404);
        var edit = page(card).select("a[href*=/notes/]").attr("href");
        eve.get(edit).then().statusCode(404);
        eve.post(edit + "/remove", Map.of()).then().statusCode(404);
        page(card);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"own.0", "own.999999999999999999", "own.x", "lesson.card-rate", "new%00"})
    void noteThatIsNoneIsNotThere(String note) {
        ada.get(CARDS + "/notes/" + note).then().statusCode(404);
    }

    @Test
    void cardIsLaidAsideAndTakenUpAgain() {
        ada.post(DIRECTION + "/suspend", Map.of()).then().statusCode(303);
        assertEquals("lesson.card-rate.c1", first());
        assertEquals(1, page(CARDS + "/browse?state=suspended").select("tbody tr").size());
        ada.post(DIRECTION + "/resume", Map.of()).then().statusCode(303);
        assertEquals("lesson.card-direction.front", first());
    }

    @Test
    void cardBeginsAnewAndItsLogStays() {
        rate(4);
        assertTrue(page(DIRECTION).text().contains("rated easy"));
        ada.post(DIRECTION + "/reset", Map.of()).then().statusCode(303);
        var page = page(DIRECTION);
        assertTrue(page.select(".facts").text().contains("State new"), page.text());
        assertEquals(2, page.select("ol.lines li").size());
        assertTrue(page.text().contains("begun anew"));
    }

    @Test
    void allCardsAreFoundAndFiltered() {
        assertEquals("6 cards found", page(CARDS + "/browse").select("[role=status]").text());
        assertEquals(
                List.of("Which way does a step go?"),
                page(CARDS + "/browse?q=WHICH+way").select("tbody a").eachText());
        assertEquals(4, page(CARDS + "/browse?deck=glossary").select("tbody tr").size());
        assertEquals(0, page(CARDS + "/browse?state=mature").select("tbody tr").size());
        ada.get(CARDS + "/browse?page=-1").then().statusCode(400);
    }

    @Test
    void settingsHoldAndPlanAnew() {
        rate(4);
        var before = page(DIRECTION).select(".facts").text();
        ada.post(CARDS + "/settings", settings("97", "5", "1", "50", "")).then().statusCode(303);
        var after = page(DIRECTION).select(".facts").text();
        assertTrue(before.matches(".*Due in ([6-9]|10) days.*"), before);
        assertTrue(after.matches(".*Due in [12345] days?.*"), after);
        assertTrue(
                page(CARDS).select(".lead").text().startsWith("Nothing to do"),
                "the one new card of today is done");
    }

    private static Map<String, String> settings(
            String retention, String interval, String fresh, String reviews, String exam) {
        return Map.of(
                "retention", retention,
                "interval", interval,
                "newCards", fresh,
                "reviews", reviews,
                "exam", exam);
    }

    @ParameterizedTest
    @CsvSource({
        "69, 100, 20, 200, '', from 70 to 99",
        "100, 100, 20, 200, '', from 70 to 99",
        "90, 0, 20, 200, '', 'from 1 to 36,500'",
        "90, 100, -1, 200, '', 'from 0 to 9,999'",
        "90, 100, 20, many, '', 'from 0 to 9,999'",
        "90, 100, 20, 200, tomorrow, A day is written like",
        "90, 100, 20, 200, 2020-01-01, from today on"
    })
    void settingsOutOfRangeAreRefused(
            String retention,
            String interval,
            String fresh,
            String reviews,
            String exam,
            String error) {
        ada.post(CARDS + "/settings", settings(retention, interval, fresh, reviews, exam))
                .then()
                .statusCode(422)
                .body(containsString(error));
    }

    @Test
    void answerIsTypedByWhoWantsTo() {
        assertEquals(0, page(CARDS + "/review").select("#typed").size());
        var form = new LinkedHashMap<>(settings("90", "365", "20", "200", ""));
        form.put("typing", "on");
        ada.post(CARDS + "/settings", form).then().statusCode(303);
        assertEquals(1, page(CARDS + "/review").select("#typed").size());
    }

    @Test
    void tableIsLookedAtThenTakenOverOnce() {
        var file = "front\tback\ttag\nnew\t<b>bold</b>\tt\n".getBytes(StandardCharsets.UTF_8);
        var preview = location(send("cards.tsv", file));
        assertTrue(page(preview).select(".lead").text().startsWith("2 notes; 0 pictures."));
        assertEquals(6, page(CARDS + "/browse").select("tbody tr").size(), "nothing is taken yet");
        var done = location(ada.post(preview, Map.of()));
        assertTrue(page(done).text().contains("2 notes were added."));
        assertEquals(8, page(CARDS + "/browse").select("tbody tr").size());
        ada.post(preview, Map.of()).then().statusCode(404);
        var again = location(send("cards.tsv", file));
        assertTrue(page(again).text().contains("2 of which you have already"));
    }

    @Test
    void anothersFileIsNotThere() {
        var preview = location(send("cards.tsv", "a\tb\n".getBytes(StandardCharsets.UTF_8)));
        var eve = Client.enrolled("sample");
        eve.get(preview).then().statusCode(404);
        eve.post(preview, Map.of()).then().statusCode(404);
    }

    @Test
    void packageOfAnkiComesWithItsPictures() {
        var notes = new LinkedHashMap<String, CardNote>();
        notes.put(
                "n1",
                new CardNote(
                        CardNote.Kind.BASIC,
                        "![dot](dot.png) What?",
                        "A dot",
                        List.of("x"),
                        "Dots"));
        var file = AnkiPackage.write(notes, Links.plain(), Map.of("dot.png", PNG), Instant.now());
        var preview = location(send("dots.apkg", file));
        assertTrue(page(preview).select(".lead").text().startsWith("1 note; 1 picture."));
        ada.post(preview, Map.of()).then().statusCode(303);
        var card = page(CARDS + "/browse?q=What").select("tbody a").attr("href");
        var source = page(card).select(".flashcard-front img").attr("src");
        assertArrayEquals(PNG, ada.get(source).asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004 no zip at all", "\u0000binary"})
    void fileThatIsNoneIsRefusedWhole(String content) {
        send("cards.apkg", content.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body(containsString("Nothing was taken over."));
        assertEquals(6, page(CARDS + "/browse").select("tbody tr").size());
    }

    @Test
    void whatIsExportedComesBackAsItWas() {
        var note = note("cloze", "The {{c1::gap}} of $x^2$", "remark");
        note.put("deck", "Mine");
        note.put("tags", "t1 t2");
        written(note);
        var tsv = CardTable.read(ada.get(CARDS + "/export.tsv?which=own").asByteArray());
        var apkg = AnkiPackage.read(ada.get(CARDS + "/export.apkg?which=own").asByteArray());
        for (var file : List.of(tsv, apkg)) {
            assertEquals(1, file.notes().size());
            var back = file.notes().getFirst();
            assertEquals("The {{c1::gap}} of $x^2$", back.front());
            assertEquals("Mine", back.deck());
            assertEquals(List.of("t1", "t2"), back.tags());
        }
        assertEquals(
                5, AnkiPackage.read(ada.get(CARDS + "/export.apkg").asByteArray()).notes().size());
    }

    @Test
    void statisticsCountReviewsAndForecast() {
        rate(4);
        rate(3);
        var page = page(CARDS + "/statistics");
        var charts = page.select(".bars figcaption").eachText();
        assertTrue(charts.getFirst().startsWith("2 in all"), charts.toString());
        assertTrue(charts.getLast().startsWith("2 in all, at most 2"), charts.toString());
        assertEquals(60, page.select(".bars rect").size());
        var maturity = page.select(".facts").text();
        assertTrue(maturity.startsWith("New 4 Learning 1 Young 1 Mature 0"), maturity);
    }

    @Test
    void longListsPage() {
        var lines = IntStream.range(0, 60).mapToObj(i -> "q" + i + "\ta").toList();
        var file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        ada.post(location(send("many.tsv", file)), Map.of()).then().statusCode(303);
        var first = page(CARDS + "/browse?q=q");
        assertEquals(50, first.select("tbody tr").size());
        assertTrue(first.select("a[rel=next]").attr("href").contains("page=1"));
        ada.get(CARDS + "/browse?q=q&page=1").then().body(not(containsString("rel=\"next\"")));
    }
}
