package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.TestPeople;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Response;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.practice.AnswerPractice;
import descent.quiz.practice.AnswerPractice.Deed;
import descent.quiz.practice.StartPractice;
import descent.testing.Apart;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Practice: the same engine, which tells at once, helps and waits. */
@QuarkusTest
class PracticeTest {
    @Inject TestCourse courses;

    @Inject TestPeople people;

    @Inject AnswerPractice answerPractice;

    @Inject StartPractice startPractice;

    /** Somebody who practises. */
    private record Practice(Client client, String path) {
        static Practice begin(Client client, String course, String kind) {
            var answer = client.post("/courses/" + course + "/practice", Map.of("kind", kind));
            return new Practice(client, Sitting.started(answer));
        }

        UUID id() {
            return UUID.fromString(path.substring("/practice/".length()));
        }

        List<AttemptQuestion> questions() {
            return QuarkusTransaction.requiringNew().call(() -> AttemptQuestion.of(row()));
        }

        Attempt row() {
            return QuarkusTransaction.requiringNew()
                    .call(() -> Attempt.<Attempt>findByIdOptional(id()).orElseThrow());
        }

        /** The number of the question with this id. */
        int number(String questionId) {
            return questions().stream()
                    .filter(question -> question.questionId.equals(questionId))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not drawn: " + questionId))
                    .number();
        }

        DrawnQuestion drawn(int number) {
            return questions().get(number - 1).drawn();
        }

        Document page(int number) {
            var page = client.get(path + "/questions/" + number);
            assertEquals(200, page.statusCode(), page.asString());
            return Jsoup.parse(page.asString());
        }

        Document send(int number, String go, Map<String, ?> answers) {
            var form = new HashMap<String, Object>(Map.of("go", go));
            answers.forEach((input, value) -> form.put("answer." + input, value));
            client.post(path + "/questions/" + number, form).then().statusCode(303);
            return page(number);
        }

        Document say(int number, String go, String value) {
            return send(number, go, Map.of("answer", value));
        }

        void answerRight(int number) {
            var answers = new HashMap<String, List<String>>();
            drawn(number).key().answers().forEach((id, answer) -> answers.put(id, answer.model()));
            send(number, "check", answers);
        }
    }

    private Practice practice(String kind) {
        var course = courses.published();
        return Practice.begin(Client.enrolled(course), course, kind);
    }

    @Test
    void tenQuestionsAreDrawnOnceEach() {
        var practice = practice("ten");
        var ids = practice.questions().stream().map(question -> question.questionId).toList();
        assertEquals(10, ids.size());
        assertEquals(10, new HashSet<>(ids).size());
        var next = practice.client.get(practice.path);
        assertTrue(next.header("Location").endsWith("/questions/1"));
    }

    @Test
    void wrongAnswerHearsWhyAndMayBeMendedForLess() {
        var practice = practice("endless");
        int number = drawUntil(practice, "q-number");
        var tried = practice.say(number, "check", "7");
        assertTrue(tried.select(".notice").text().contains("CANARY the slope."));
        assertEquals("7", tried.select("input[name=answer.answer]").val());
        assertFalse(tried.html().contains("CANARY explained"));
        var right = practice.say(number, "check", "0.8163");
        assertFalse(right.select("[data-done]").isEmpty());
        assertTrue(right.text().contains("0.67 of 1 points"), right.text());
        assertTrue(right.text().contains("CANARY explained."));
    }

    @Test
    @Tag("G11")
    void g11_whatCannotBeReadIsInvalidAndCostsNoTry() {
        var practice = practice("endless");
        int number = drawUntil(practice, "q-number");
        var unread = practice.say(number, "check", "many");
        assertTrue(unread.select("[data-said]").text().contains("Cannot be read"));
        assertTrue(unread.select("[data-done]").isEmpty());
        assertTrue(practice.say(number, "check", "0.8163").text().contains("1 of 1 points"));
    }

    @Test
    void hintIsGivenForAThirdAndNoneIsThereBefore() {
        var practice = practice("endless");
        int number = drawUntil(practice, "q-single");
        assertFalse(practice.page(number).html().contains("CANARY"));
        var helped = practice.send(number, "hint", Map.of());
        assertTrue(helped.text().contains("CANARY hint"));
        assertTrue(helped.select("button[value=hint]").isEmpty());
        practice.answerRight(number);
        assertTrue(practice.page(number).text().contains("0.67 of 1 points"));
    }

    @Test
    void solutionIsShownOnRequestAndEarnsNothing() {
        var practice = practice("endless");
        var shown = practice.send(1, "reveal", Map.of());
        assertTrue(shown.text().contains("CANARY explained."));
        assertTrue(shown.text().contains("0 of 1 points"));
        // Done with is done with.
        practice.answerRight(1);
        assertTrue(practice.page(1).text().contains("0 of 1 points"));
    }

    @Test
    void certaintyIsShownBesideThePointsAndChangesNone() {
        var practice = practice("endless");
        int number = drawUntil(practice, "q-number");
        var path = practice.path + "/questions/" + number;
        practice.client
                .post(path, Map.of("go", "check", "answer.answer", "0.8163", "certainty", "SURE"))
                .then()
                .statusCode(400)
                .body(containsString("LOW, MIDDLE or HIGH"));
        practice.client
                .post(path, Map.of("go", "check", "answer.answer", "0.8163", "certainty", "HIGH"))
                .then()
                .statusCode(303);
        var page = practice.page(number);
        assertTrue(page.text().contains("1 of 1 points"), page.text());
        assertTrue(page.text().contains("with certainty: 3"), page.text());
    }

    @Test
    void reportOfAMistakeReachesTheAuthorAndKeepsTheAnswer() {
        var course = courses.published();
        var practice = Practice.begin(Client.enrolled(course), course, "endless");
        int number = drawUntil(practice, "q-number");
        practice.client
                .post(
                        practice.path + "/questions/" + number,
                        Map.of("go", "report", "answer.answer", "7", "report", "Which-unit"))
                .then()
                .statusCode(303)
                .header("Location", containsString("done=reported"));
        assertEquals("7", practice.page(number).select("input[name=answer.answer]").val());
        people.author(course)
                .get("/teach/" + course + "/reports")
                .then()
                .body(containsString("Which-unit"));
    }

    /** What is answered while the next practice begins counts in the one that it was asked in. */
    @Test
    void newPracticeLosesNoAnswerOfTheOneBefore() throws Exception {
        var course = courses.published();
        var practice = Practice.begin(Client.enrolled(course), course, "endless");
        int number = drawUntil(practice, "q-number");
        var person = practice.row().personId;
        var right = new Response(Map.of("answer", List.of("0.8163")));
        var next =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            answerPractice.answer(
                                    practice.id(),
                                    person,
                                    number,
                                    new AnswerPractice.Sent(right, Optional.empty(), Deed.CHECK));
                            var waiting =
                                    Apart.begin(() ->
                                            startPractice.start(
                                                    person, course, new TreeSet<>(), true));
                            waiting.settle();
                            return waiting;
                        });
        assertNotEquals(practice.id(), next.get());
        assertFalse(practice.row().isOpen());
        assertEquals(0, BigDecimal.ONE.compareTo(practice.row().mark));
    }

    @Test
    void practiceEndsWithAResultOfWhatWasDone() {
        var practice = practice("endless");
        int number = drawUntil(practice, "q-number");
        int after = number + 1;
        practice.answerRight(number);
        practice.client.post(practice.path + "/questions/" + number, Map.of("go", "next"));
        practice.client.post(practice.path + "/questions/" + after, Map.of("go", "next"));
        assertEquals(after + 1, practice.questions().size());
        practice.client.post(practice.path + "/end", Map.of()).then().statusCode(303);
        var result = practice.client.get("/attempts/" + practice.id());
        result.then().statusCode(200).body(containsString("1</strong> of 1 points"));
        var input = practice.drawn(after).asked().inputs().getFirst().id();
        practice.client
                .post(
                        practice.path + "/questions/" + after,
                        Map.of("go", "check", "answer." + input, ""))
                .then()
                .statusCode(409);
    }

    @Test
    void newPracticeEndsTheOneUnderWay() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var first = Practice.begin(ada, course, "ten");
        var second = Practice.begin(ada, course, "ten");
        assertFalse(first.row().isOpen());
        assertTrue(second.row().isOpen());
        ada.get("/courses/" + course + "/practice")
                .then()
                .statusCode(200)
                .body(containsString(second.path), containsString("descent"));
    }

    @Test
    void experimentIsRunAndJudged() {
        var practice = practice("endless");
        int number = drawUntil(practice, "q-experiment");
        practice.send(number, "check", Map.of("answer", List.of("0.3", "20")));
        var page =
                Eventually.get(
                        "the run",
                        () -> practice.page(number),
                        each -> each.select("[data-awaiting]").isEmpty());
        assertTrue(page.text().contains("1 of 1 points"), page.text());
        assertTrue(page.text().contains("CANARY reached."));
    }

    @Test
    void textIsMarkedByOneselfAgainstTheSample() {
        var practice = practice("endless");
        int number = drawUntil(practice, "q-written");
        var page = practice.say(number, "check", "The rate was too large.");
        assertTrue(page.text().contains("CANARY because the rate is too large."));
        practice.client
                .post(
                        practice.path + "/questions/" + number + "/marks",
                        Map.of("points.canary-cause", "2", "points.canary-remedy", "1.5"))
                .then()
                .statusCode(303);
        assertTrue(practice.page(number).text().contains("1 of 1 points"));
    }

    /** Else a second tab would tell what the test under way asks. */
    @Test
    @Tag("G19")
    void g19_practiceKeepsBackWhatATestUnderWayAsks() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var practice = Practice.begin(ada, course, "endless");
        int number = drawUntil(practice, "q-number");
        Sitting.begin(ada, course, "short");
        ada.post(practice.path + "/questions/" + number, Map.of("go", "reveal"))
                .then()
                .statusCode(409)
                .body(not(containsString("CANARY")));
        assertFalse(practice.page(number).html().contains("CANARY"));
        var ten = Practice.begin(ada, course, "ten");
        var drawn = ten.questions().stream().map(question -> question.questionId).toList();
        for (var asked : List.of("q-single", "q-number", "q-short")) {
            assertFalse(drawn.contains(asked), drawn.toString());
        }
    }

    @Test
    void othersFindNothing() {
        var practice = practice("ten");
        var mallory = Client.learner();
        for (var path : List.of("", "/questions/1")) {
            mallory.get(practice.path + path).then().statusCode(404);
        }
        mallory.post(practice.path + "/questions/1", Map.of("go", "reveal")).then().statusCode(404);
        mallory.post(practice.path + "/end", Map.of()).then().statusCode(404);
        assertTrue(practice.row().isOpen());
    }

    @Test
    void badInputIsToldWhatIsPossible() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var path = "/courses/" + course + "/practice";
        ada.post(path, Map.of("kind", "hundred")).then().statusCode(400);
        ada.post(path, Map.of("kind", "ten", "concept", "none")).then().statusCode(400);
        Client.learner().get(path).then().statusCode(403);
        var practice = Practice.begin(ada, course, "ten");
        ada.post(practice.path + "/questions/1", Map.of("go", "cheat")).then().statusCode(400);
        ada.post(practice.path + "/questions/99", Map.of("go", "check")).then().statusCode(404);
        ada.post(practice.path + "/questions/1", Map.of("go", "check", "answer.x", "1"))
                .then()
                .statusCode(422);
    }

    private static int drawUntil(Practice practice, String questionId) {
        for (int i = 1; i <= 20; i++) {
            var ids = practice.questions().stream().map(each -> each.questionId).toList();
            if (ids.contains(questionId)) {
                return practice.number(questionId);
            }
            practice.client
                    .post(practice.path + "/questions/" + ids.size(), Map.of("go", "next"))
                    .then()
                    .statusCode(303);
        }
        throw new AssertionError("never drawn: " + questionId);
    }
}
