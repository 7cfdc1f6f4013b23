package descent.game;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.TestCourses;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GameTest {
    @Inject TestCourses courses;
    @Inject GameData data;
    @Inject EntityManager database;

    private String course;
    private GamesOf ada;

    @BeforeEach
    void enrol() {
        course = GamesOf.course(courses);
        ada = new GamesOf(Client.enrolled(course), course);
    }

    private static UUID id(String game) {
        return UUID.fromString(game.substring(game.lastIndexOf('/') + 1));
    }

    private long finished(String game) {
        return database.createQuery(
                        "select count(a) from ActivityEntry a where a.kind = 'GameFinished' and a.personId = (select g.personId from PlayedGame g where g.id = :id)",
                        Long.class)
                .setParameter("id", id(game))
                .getSingleResult();
    }

    @Test
    void visitorSignsInAndAStrangerEnrolsFirst() {
        Client.visitor()
                .get(ada.games)
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
        Client.learner().get(ada.games).then().statusCode(403);
    }

    @Test
    void fourGamesAreOffered() {
        var page = ada.page(ada.games);
        assertEquals(
                List.of("Memory pairs", "Quick maths", "Typing", "Words"),
                page.select(".game-offer h2").eachText());
        ada.client.get(ada.games + "/chess").then().statusCode(404);
        ada.client.post(ada.games + "/chess/start", Map.of()).then().statusCode(404);
    }

    @Test
    void courseWithTooFewTermsSaysSo() {
        var other = new GamesOf(Client.enrolled("sample"), "sample");
        other.client
                .post(other.games + "/pairs/start", Map.of())
                .then()
                .statusCode(409)
                .body(containsString("too few terms"));
    }

    @Test
    void pageTellsWhoHasNoScripts() {
        var page = ada.page(ada.start("pairs"));
        assertTrue(page.select("noscript").text().contains("needs JavaScript"));
    }

    @Test
    void pairsArePlayedToTheEnd() {
        var game = ada.start("pairs");
        ada.playPairs(game);
        assertTrue(ada.state(game).getBoolean("over"));
        int score = ada.state(game).getInt("score");
        assertTrue(score > 300, "score " + score);
        var page = ada.page(game);
        assertEquals(String.valueOf(score), page.select(".game-score").text());
        assertEquals("6 of 6", page.select(".facts dd").first().text());
        assertTrue(ada.page(ada.games).text().contains("Your best: " + score));
        assertEquals(
                "1 Ada you " + score, ada.page(ada.games + "/pairs").select("tbody tr").text());
        assertEquals(1, finished(game));
    }

    /** What lies face down, and what comes next, never leaves the server. */
    @Test
    void nothingIsToldBeforeItIsTurned() {
        var game = ada.start("pairs");
        var view = ada.play(game, "turn", "3");
        for (int i = 0; i < 12; i++) {
            assertEquals(i == 3, !GamesOf.cards(view).get(i).get("text").isEmpty());
        }
        for (var kind : List.of("pairs", "maths", "typing", "words")) {
            var other = ada.start(kind);
            assertNull(ada.play(other, "pause", "").get("scene"), kind);
            assertTrue(ada.state(other).getBoolean("paused"));
        }
    }

    @Test
    void mathsIsOverAfterAMinuteOfTheServersClock() {
        var game = ada.start("maths");
        assertEquals(10, ada.play(game, "answer", answer(game)).getInt("score"));
        ada.later(58.9);
        assertFalse(ada.state(game).getBoolean("over"));
        int next = ada.state(game).getInt("number");
        ada.later(0.1);
        var late = ada.send(game, next, "answer", "1").jsonPath();
        assertTrue(late.getBoolean("over"));
        assertEquals(10, late.getInt("score"));
        assertEquals("10", ada.page(game).select(".game-score").text());
        assertEquals(1, finished(game));
    }

    /** The answer that the server alone knows. */
    private String answer(String game) {
        var text = ada.state(game).getString("scene.text");
        return database.createNativeQuery(
                        "select distinct item->'answers'->>0 from game, jsonb_array_elements(dealt) item where id = :id and item->>'text' = :text",
                        String.class)
                .setParameter("id", id(game))
                .setParameter("text", text)
                .getSingleResult()
                .toString();
    }

    @Test
    void timeThatNobodyWaitedForCountsAtTheNextStart() {
        var game = ada.start("maths");
        ada.play(game, "answer", answer(game));
        ada.later(600);
        ada.start("maths");
        assertTrue(ada.page(ada.games).text().contains("Your best: 10"));
        assertEquals(1, finished(game));
    }

    @Test
    void gameLeftInTheMiddleIsGoneAtTheNextStart() {
        var game = ada.start("pairs");
        ada.start("pairs");
        ada.client.get(game).then().statusCode(404);
    }

    @Test
    void typingIsCountedFromItsKeys() {
        var game = ada.start("typing");
        for (int i = 0; i < 4; i++) {
            var text = ada.state(game).getString("scene.text");
            ada.later(9);
            ada.play(game, "keys", "#\b" + text);
        }
        var page = ada.page(game);
        assertEquals("4 of 4", page.select(".facts dd").last().text());
        assertTrue(page.select(".heat li").first().text().contains("of"));
        assertTrue(Integer.parseInt(page.select(".game-score").text()) > 30);
    }

    @Test
    void impossibleSpeedIsRefused() {
        for (var kind : List.of("maths", "words")) {
            var game = ada.start(kind);
            ada.send(game, 0, "answer", "12")
                    .then()
                    .statusCode(422)
                    .body(containsString("so fast"));
        }
        var typing = ada.start("typing");
        var text = ada.state(typing).getString("scene.text");
        ada.later(1);
        ada.send(typing, 0, "keys", text).then().statusCode(422).body(containsString("so fast"));
        assertEquals(0, ada.state(typing).getInt("number"));
    }

    @Test
    void pauseStopsTheClockAndTakesTheQuestionAway() {
        var game = ada.start("maths");
        var before = ada.state(game).getString("scene.text");
        ada.play(game, "pause", "");
        ada.later(3600);
        assertEquals(1000, ada.state(game).getInt("played"));
        ada.send(game, 1, "answer", "12").then().statusCode(422).body(containsString("paused"));
        var on = ada.play(game, "resume", "");
        assertFalse(before.equals(on.getString("scene.text")));
        assertEquals(game, ada.page(ada.games + "/maths").select("a:contains(Go on)").attr("href"));
        assertEquals(2, on.getInt("pausesLeft"));
    }

    @Test
    void sameMoveSentAgainCountsOnce() throws Exception {
        var game = ada.start("pairs");
        ada.later(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers =
                    threads.invokeAll(
                            Collections.nCopies(
                                    8, () -> ada.send(game, 0, "turn", "0").statusCode()));
            for (var answer : answers) {
                assertEquals(200, answer.get());
            }
        }
        assertEquals(1, ada.state(game).getInt("number"));
        ada.later(1);
        ada.send(game, 0, "turn", "1")
                .then()
                .statusCode(409)
                .body(containsString("another window"));
        ada.send(game, 5, "turn", "1").then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({
        "0, fly, ''",
        "0, turn, x",
        "0, turn, -1",
        "0, turn, 99999",
        "0, turn, 12",
        "0, answer, 12",
        "-1, turn, 0"
    })
    void moveThatIsNoneIsRefusedAndNothingHappens(int number, String move, String value) {
        var game = ada.start("pairs");
        ada.later(1);
        ada.send(game, number, move, value).then().statusCode(422);
        assertEquals(0, ada.state(game).getInt("number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"number\":0}",
                "{\"number\":0,\"move\":\"turn\",\"value\":\"0\",\"score\":9}",
                "[",
                "\"x\""
            })
    void bodyThatIsNoMoveIsRefused(String body) {
        var game = ada.start("pairs");
        int status =
                ada.client
                        .request()
                        .accept("application/json")
                        .contentType("application/json")
                        .body(body)
                        .post(game + "/moves")
                        .statusCode();
        assertTrue(status == 400 || status == 422, body + " " + status);
        assertEquals(0, ada.state(game).getInt("score"));
    }

    @Test
    void anothersGameIsNotThere() {
        var game = ada.start("pairs");
        var bob = new GamesOf(Client.enrolled(course), course);
        bob.client.get(game).then().statusCode(404);
        bob.client.request().accept("application/json").get(game + "/state").then().statusCode(404);
        bob.send(game, 0, "turn", "0").then().statusCode(404);
        ada.client.get(game.replace("/pairs/", "/words/")).then().statusCode(404);
    }

    @Test
    void whoLeavesTheBoardIsNotOnItAndMayComeBack() {
        var game = ada.start("pairs");
        ada.playPairs(game);
        var bob = new GamesOf(Client.enrolled(course), course);
        assertEquals(1, bob.page(bob.games + "/pairs").select("tbody tr").size());
        wish("leave");
        assertEquals(0, bob.page(bob.games + "/pairs").select("tbody tr").size());
        assertTrue(ada.page(ada.games).text().contains("Your best:"));
        wish("come-back");
        assertEquals(1, bob.page(bob.games + "/pairs").select("tbody tr").size());
        ada.client.post(ada.games + "/board", Map.of("wish", "x")).then().statusCode(400);
        ada.client.post("/courses/" + course + "/leave", Map.of()).then().statusCode(303);
        assertEquals(0, bob.page(bob.games + "/pairs").select("tbody tr").size());
    }

    private void wish(String wish) {
        ada.client.post(ada.games + "/board", Map.of("wish", wish)).then().statusCode(303);
    }

    @Test
    void archiveHasTheGamesAndTheyGoWithTheAccount() {
        var game = ada.start("pairs");
        ada.play(game, "turn", "0");
        wish("leave");
        UUID person =
                database.createQuery("select personId from PlayedGame where id = :id", UUID.class)
                        .setParameter("id", id(game))
                        .getSingleResult();
        var part = data.export(person);
        assertEquals("turn", part.games().getFirst().moves().getFirst().move());
        assertEquals(List.of(course), part.boardsLeft());
        ada.client
                .post("/account/data/delete", Map.of("password", Client.PASSWORD))
                .then()
                .statusCode(303);
        assertEquals(new GameData.Part(List.of(), List.of()), data.export(person));
    }
}
