package descent.lesson.margin;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MarginTest {
    @Inject TestCourses courses;

    private String course;
    private String lesson;
    private Client ada;

    @BeforeEach
    void somebodyReads() {
        course = courses.published(new Sample());
        lesson = "/courses/" + course + "/lessons/walking-downhill";
        ada = Client.enrolled(course);
    }

    private Document page(String path) {
        var answer = ada.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.asString());
    }

    private void note(String section, String quote, String text) {
        ada.post(lesson + "/notes", note(section, quote, "so we ", " the slope", text))
                .then()
                .statusCode(303)
                .header("Location", containsString(lesson + "#notes-" + section));
    }

    private static Map<String, String> note(
            String section, String quote, String before, String after, String text) {
        var form = new HashMap<String, String>();
        form.put("section", section);
        form.put("quote", quote);
        form.put("before", before);
        form.put("after", after);
        form.put("text", text);
        return form;
    }

    private String notes() {
        return "/courses/" + course + "/notes";
    }

    @Test
    void sectionIsBookmarkedOnceAndNotAnyMore() {
        for (int i = 0; i < 2; i++) {
            ada.post(lesson + "/bookmarks", Map.of("section", "rate", "wanted", "yes"))
                    .then()
                    .statusCode(303);
        }
        assertTrue(page(lesson).select("[data-margin=rate] summary").text().contains("bookmarked"));
        assertEquals(1, page(notes()).select("h2:contains(The rate) .badge").size());
        assertTrue(page("/home").text().contains("1 note or bookmark"));
        ada.post(lesson + "/bookmarks", Map.of("section", "rate")).then().statusCode(303);
        assertFalse(page(lesson).text().contains("bookmarked"));
        assertTrue(page(notes()).text().contains("Nothing yet"));
    }

    @Test
    void passageAndNoteStandBesideTheirSectionAndInTheList() {
        note("rate", "The learning rate", "Ask\n<b>why</b>");
        note("step", "", "About the step");
        var margin = page(lesson).select("[data-margin=rate]").first();
        var quote = margin.select("blockquote").first();
        assertEquals("The learning rate", quote.attr("data-quote"));
        assertEquals("so we ", quote.attr("data-before"));
        assertEquals(" the slope", quote.attr("data-after"));
        assertEquals("Ask\n<b>why</b>", margin.select(".margin-text").first().wholeText());
        assertEquals(
                List.of("The step", "The rate"),
                page(notes()).select("h2").eachText(),
                "in the order of the lesson");
    }

    @Test
    void notesAreFoundByTheirWordsAndByThoseOfThePassage() {
        note("rate", "The learning rate", "Ask why");
        note("step", "", "About the step");
        for (var words : List.of("ASK", "learning+rate")) {
            assertEquals(
                    List.of("The rate"), page(notes() + "?q=" + words).select("h2").eachText());
        }
        assertTrue(page(notes() + "?q=nothing").text().contains("No note has these words"));
    }

    @Test
    void noteIsChangedAndRemoved() {
        note("rate", "", "First");
        var edit = page(notes()).select("main a[href^=" + notes() + "/]").attr("href");
        assertTrue(page(edit).select("textarea").text().equals("First"));
        ada.post(edit, Map.of("text", " Second ")).then().statusCode(303);
        assertEquals("Second", page(notes()).select(".margin-text").text());
        ada.post(edit, Map.of("text", " ")).then().statusCode(422);
        var eve = Client.enrolled(course);
        eve.get(edit).then().statusCode(404);
        eve.post(edit, Map.of("text", "mine")).then().statusCode(404);
        eve.post(edit + "/remove", Map.of()).then().statusCode(404);
        eve.get(notes()).then().body(containsString("Nothing yet"));
        ada.post(edit + "/remove", Map.of("from", "lesson"))
                .then()
                .statusCode(303)
                .header("Location", containsString(lesson + "#notes-rate"));
        assertTrue(page(notes()).text().contains("Nothing yet"));
    }

    @Test
    void tooLongANoteIsRefusedAndNotLost() {
        var text = "x".repeat(5_001);
        var answer = ada.post(lesson + "/notes", note("rate", "The rate", "", "", text));
        assertEquals(422, answer.statusCode());
        var form = Jsoup.parse(answer.asString());
        assertEquals(text, form.select("textarea").text());
        assertEquals("The rate", form.select("[name=quote]").val());
        assertTrue(form.text().contains("at most 5000 characters, this one has 5001"));
    }

    @ParameterizedTest
    @CsvSource({"no-such,404", "'',404", "rate,422"})
    void noteOnNothingIsRefused(String section, int status) {
        ada.post(lesson + "/notes", note(section, " ", "", "", " ")).then().statusCode(status);
    }

    @Test
    void onlyWhoTakesTheCourseHasAMargin() {
        assertEquals(
                0,
                Jsoup.parse(Client.visitor().get(lesson).asString())
                        .select("[data-margin]")
                        .size());
        Client.learner()
                .post(lesson + "/notes", note("rate", "", "", "", "x"))
                .then()
                .statusCode(403);
        Client.learner().get(notes()).then().statusCode(403);
    }

    @Test
    void noteOutlivesItsSection() {
        note("rate", "The learning rate", "Ask why");
        var path = Sample.LESSON + "lesson.md";
        courses.change(course, path, new Sample().text(path).replace("{#rate}", "{#other}"));
        assertEquals(0, page(lesson).select("[data-margin] blockquote").size());
        assertTrue(page(notes()).text().contains("not in the course any more"));
        assertTrue(page(notes()).text().contains("Ask why"));
    }
}
