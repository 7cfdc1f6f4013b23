package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.attempt.AttemptStep.Kind;
import descent.testing.Client;
import descent.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that are configurations: the server runs them, and the run decides. */
@QuarkusTest
class ExperimentAnswerTest {
    @Inject TestCourse courses;

    private Sitting sitting() {
        var course = courses.published();
        courses.addTest(
                course,
                "runs",
                """
                title: A run decides
                minutes: 5
                pass: 0.5
                questions: [q-experiment, q-number]
                review: right-after
                """);
        return Sitting.begin(Client.enrolled(course), course, "runs");
    }

    private static Map<String, List<String>> settings(String rate, String steps) {
        return Map.of("answer", List.of(rate, steps));
    }

    @Test
    void goodConfigurationEarnsThePointWhenItsRunIsDone() {
        var sitting = sitting();
        var fields = sitting.question(1).select("[name=answer.answer]");
        assertEquals("0.001", fields.first().val());
        assertEquals("20", fields.last().val());
        sitting.save(1, 0, settings("0.3", "20")).then().statusCode(200);
        sitting.say(2, 0, "0.8163").then().statusCode(200);
        sitting.submit();
        var result =
                Eventually.get(
                        "the run",
                        sitting::result,
                        page -> page.select("[data-awaiting]").isEmpty());
        assertEquals("2", result.select(".score strong").text());
        assertTrue(result.text().contains("CANARY reached."));
        assertTrue(result.text().contains("final.train.loss was"), result.text());
        assertTrue(result.text().contains("Passed"));
        assertEquals(1, sitting.steps(Kind.RUN_ASKED));
    }

    @Test
    void resultReadsBeingGradedUntilTheRunIsDone() {
        var sitting = sitting();
        sitting.save(1, 0, settings("0.31", "19")).then().statusCode(200);
        sitting.submit();
        // What the pages say between grading and run, without a race: the row is looked at.
        Eventually.isTrue("the run", () -> sitting.row().awaiting == 0);
        var grades =
                sitting.steps().stream()
                        .filter(step -> step.kind == Kind.GRADED && step.question == 1)
                        .toList();
        assertEquals(2, grades.size());
        assertTrue(grades.getFirst().detail.contains("needs-grading"));
        assertTrue(grades.getLast().detail.contains("right"));
    }

    @Test
    void missedTargetEarnsNothingAndSaysWhatWasMeasured() {
        var sitting = sitting();
        sitting.save(1, 0, settings("0.002", "")).then().statusCode(200);
        sitting.submit();
        Eventually.isTrue("the run", () -> sitting.row().awaiting == 0);
        assertEquals("0", sitting.result().select(".score strong").text());
        assertTrue(sitting.result().text().contains("CANARY missed."));
        assertTrue(sitting.result().text().contains("asked for was below 0.2512345"));
    }

    @Test
    void overTheLimitNothingIsRun() {
        var sitting = sitting();
        sitting.save(1, 0, settings("0.3", "21")).then().statusCode(200);
        sitting.submit();
        assertEquals(0, sitting.steps(Kind.RUN_ASKED));
        assertTrue(sitting.result().text().contains("CANARY over."));
    }

    @Test
    void whatCannotBeReadIsSaidAtOnceAndTheStartIsNoAnswer() {
        var sitting = sitting();
        sitting.save(1, 0, settings("-1", ""))
                .then()
                .statusCode(200)
                .body("inputs.answer.problem", containsString("learningRate must be"));
        sitting.save(1, 1, settings("fast", ""))
                .then()
                .statusCode(200)
                .body("inputs.answer.problem", containsString("learningRate must be"));
        sitting.save(1, 2, settings("0.001", "20"))
                .then()
                .statusCode(200)
                .body("inputs.answer.problem", equalTo(""));
        assertTrue(
                sitting.client
                        .get(sitting.path + "/summary")
                        .asString()
                        .contains("2 of 2 questions have no answer yet"));
        sitting.submit();
        assertEquals(0, sitting.row().awaiting);
        assertTrue(sitting.result().text().contains("Not answered"));
    }
}
