package descent.quiz;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.attempt.AttemptStep.Kind;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers on their way into an attempt: what is taken, what is refused, what is kept. */
@QuarkusTest
class SavingTest {
    private static final int ALL = 12;

    @Inject TestCourse courses;

    @Test
    @Tag("G8")
    void g08_saveTellsTimeRevisionAndHowItWasRead() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "1,000.5")
                .then()
                .statusCode(200)
                .body(
                        "remaining",
                        greaterThan(200_000),
                        "revision",
                        equalTo(1),
                        "inputs.answer.understood",
                        equalTo("1000.5"));
        sitting.say(2, 1, "many")
                .then()
                .statusCode(200)
                .body("inputs.answer.problem", not(equalTo("")));
    }

    @Test
    @Tag("G9")
    void g09_c09_olderTabCannotOverwriteANewerAnswer() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "1").then().statusCode(200).body("revision", equalTo(1));
        sitting.say(2, 1, "2").then().statusCode(200).body("revision", equalTo(2));
        sitting.say(2, 1, "3")
                .then()
                .statusCode(409)
                .body("revision", equalTo(2), "values.answer", equalTo(List.of("2")));
        sitting.save(2, 0, Map.of()).then().statusCode(409);
        assertEquals("2", sitting.question(2).select("input[name=answer.answer]").val());
        sitting.client
                .post(
                        sitting.path + "/questions/2",
                        Map.of("revision", "0", "answer.answer", "typed in vain", "go", "3"))
                .then()
                .statusCode(409)
                .body(containsString("typed in vain"), containsString("value=\"2\""));
    }

    @Test
    void c10_requestSentAgainChangesNothingAndAnotherAnswerNeedsAnotherKey() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        var one = Map.of("answer", List.of("1"));
        sitting.save(2, 0, "k1", one).then().statusCode(200);
        sitting.say(2, 1, "2").then().statusCode(200);
        sitting.save(2, 0, "k1", one).then().statusCode(200).body("revision", equalTo(2));
        sitting.save(2, 2, "k1", Map.of("answer", List.of("9"))).then().statusCode(422);
        assertEquals(2, sitting.steps(Kind.SAVED));
    }

    @Test
    @Tag("G10")
    void g10_c21_otherDeviceFindsTheSameQuestionsInTheSameOrderAlsoAfterAnEdit() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var sitting = Sitting.begin(ada, course, "all");
        sitting.answerRight(1);
        var before =
                IntStream.rangeClosed(1, ALL)
                        .mapToObj(n -> sitting.question(n).select("main .card").outerHtml())
                        .toList();
        courses.replaceInBank(course, "Against the gradient.", "Somewhere else entirely.");
        var phone = sitting.in(ada.faraway().login());
        assertEquals(sitting.path, Sitting.begin(phone.client, course, "all").path);
        var after =
                IntStream.rangeClosed(1, ALL)
                        .mapToObj(n -> phone.question(n).select("main .card").outerHtml())
                        .toList();
        assertEquals(before, after);
        assertFalse(sitting.question(1).select("input[type=radio][checked]").isEmpty());
    }

    @Test
    @Tag("G11")
    void g11_b01_b02_b10_foreignIdsChangeNothing() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        var mallory = sitting.in(Client.enrolled(course));
        mallory.say(2, 0, "5").then().statusCode(404);
        mallory.page(1).then().statusCode(404);
        mallory.submit().then().statusCode(404);
        for (var path : List.of("", "/summary", "/time", "/ledger")) {
            mallory.client.get(sitting.path + path).then().statusCode(404);
        }
        sitting.say(1, 0, "xabcde").then().statusCode(422);
        sitting.save(2, 0, Map.of("other", List.of("1"))).then().statusCode(422);
        sitting.say(99, 0, "1").then().statusCode(404);
        sitting.client.get("/attempts/not-a-uuid").then().statusCode(404);
        sitting.client.get("/attempts/" + UUID.randomUUID()).then().statusCode(404);
        sitting.client
                .post(sitting.path + "/questions/2", Map.of("revision", "0", "score", "1"))
                .then()
                .statusCode(400);
        sitting.client
                .post(sitting.path + "/questions/2", Map.of("revision", "x"))
                .then()
                .statusCode(400);
        assertEquals(0, sitting.steps(Kind.SAVED));
        assertTrue(sitting.row().isOpen());
    }

    @Test
    void c23_textIsKeptExactlyOrRefusedWithTheLimit() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "all");
        int revision = 0;
        for (var text :
                List.of(
                        "x",
                        "é".repeat(2_048),
                        "é".repeat(2_049),
                        "😀\u202e<script>\r\n\t'\"&",
                        "' or 1=1 -- ; drop table attempt",
                        "${jndi:ldap://x} {inject:frame.name} %s %n {{7*7}}",
                        "\u0001\u200b\ufeff\u2028\u0301 ﷽ Ṱ̺̺̕o ‏مرحبا",
                        "  leading and trailing  ",
                        "😀".repeat(20_000))) {
            sitting.save(11, revision++, Map.of("answer", List.of(text))).then().statusCode(200);
            var stored = sitting.steps().getLast().response;
            assertNotNull(stored);
            assertEquals(
                    text, descent.question.drawn.Response.read(stored).to("answer").getFirst());
        }
        sitting.save(11, revision, Map.of("answer", List.of("x".repeat(20_001))))
                .then()
                .statusCode(422)
                .body(containsString("20,000"));
        sitting.save(11, revision, Map.of("answer", List.of("a\0b"))).then().statusCode(422);
        // Half of a surrogate pair in UTF-8, as no browser sends it.
        sitting.client
                .request()
                .accept("application/json")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("revision=" + revision + "&answer.answer=%ED%A0%80")
                .post(sitting.path + "/questions/11")
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(400), equalTo(422)));
        sitting.save(11, revision + 1, Map.of())
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(409)));
    }

    @Test
    void c13_answerAfterHandingInIsRefused() {
        var course = courses.published();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        sitting.say(2, 0, "1").then().statusCode(200);
        sitting.submit();
        sitting.say(2, 1, "0.8163")
                .then()
                .statusCode(409)
                .body("error", containsString("handed in"));
        assertEquals("0", sitting.result().select(".score strong").text());
        assertEquals(303, sitting.page(2).statusCode());
    }

    @Test
    void c17_testTakenInOrderKnowsOneWay() {
        var course = courses.published();
        courses.addTest(
                course,
                "ordered",
                """
                title: In order
                minutes: 5
                pass: 0.5
                navigation: sequential
                questions: [q-number, q-true, q-short]
                review: right-after
                """);
        var sitting = Sitting.begin(Client.enrolled(course), course, "ordered");
        assertEquals(200, sitting.page(1).statusCode());
        assertEquals(409, sitting.page(2).statusCode());
        sitting.say(2, 0, "").then().statusCode(409).body("error", containsString("question 1"));
        sitting.say(1, 0, "0.5").then().statusCode(200);
        sitting.say(1, 1, "0.8163").then().statusCode(200);
        leave(sitting, 1, 2, "0.8163");
        assertEquals(409, sitting.page(1).statusCode());
        sitting.say(1, 2, "7").then().statusCode(409).body("error", containsString("question 2"));
        assertEquals(200, sitting.page(2).statusCode());
        assertTrue(sitting.question(2).select("nav.stops").isEmpty());
        var next = sitting.client.get(sitting.path).header("Location");
        assertTrue(next.endsWith("/questions/2"), next);
        leave(sitting, 2, 0, "");
        leave(sitting, 3, 0, "canarylearningrate");
        sitting.submit();
        assertEquals("2", sitting.result().select(".score strong").text());
        assertEquals(3, sitting.steps(Kind.PASSED));
    }

    private static void leave(Sitting sitting, int number, int revision, String answer) {
        sitting.client
                .post(
                        sitting.path + "/questions/" + number,
                        Map.of("revision", revision, "answer.answer", answer, "go", number + 1))
                .then()
                .statusCode(303);
    }
}
