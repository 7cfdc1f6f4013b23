package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.EndedBy;
import descent.testing.Client;
import descent.testing.Eventually;
import descent.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Time limits, by a clock that the tests move. The test lasts five minutes. */
@QuarkusTest
class TimeTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Inject TestCourse courses;

    private MovableClock clock;
    private String course;
    private Sitting sitting;

    @BeforeEach
    void begin() {
        clock = MovableClock.install();
        course = courses.published();
        sitting = Sitting.begin(Client.enrolled(course), course, "short");
    }

    @Test
    @Tag("G1")
    void g01_deadlineIsStoredWithTheAttempt() {
        var row = sitting.row();
        assertEquals(row.startedAt.plus(LIMIT), row.deadline);
    }

    @Test
    void c01_answerJustBeforeTheDeadlineCounts() {
        clock.forward(LIMIT.minusSeconds(3));
        sitting.say(2, 0, "0.8125").then().statusCode(200);
    }

    @Test
    @Tag("G2")
    void g02_answerAfterTheDeadlineIsRefusedAndKeptInTheLedger() {
        sitting.say(2, 0, "0.8125").then().statusCode(200);
        clock.forward(LIMIT.plusSeconds(3));
        sitting.say(2, 1, "0.7")
                .then()
                .statusCode(409)
                .body("error", containsString("The time is over. Your answers up to"));
        sitting.client
                .post(
                        sitting.path + "/questions/3",
                        Map.of("revision", "0", "answer.answer", "late"))
                .then()
                .statusCode(409)
                .body(containsString("To the result"));
        assertEquals(2, sitting.steps(Kind.LATE));
        sitting.submit().then().statusCode(303);
        assertEquals(EndedBy.LEARNER, sitting.row().endedBy);
        assertEquals(sitting.row().deadline, sitting.row().finishedAt);
        assertEquals("1", sitting.result().select(".score strong").text());
        sitting.client
                .get(sitting.path + "/ledger")
                .then()
                .statusCode(200)
                .body(containsString("came after the end: kept here, not counted"));
    }

    @Test
    @Tag("G3")
    void g03_clientThatSaysTimeIsUpIsNotBelieved() {
        sitting.client
                .post(sitting.path + "/submit", Map.of("timeup", "yes"))
                .then()
                .statusCode(303)
                .header("Location", containsString("/summary"));
        assertTrue(sitting.row().isOpen());
        clock.forward(LIMIT.plusSeconds(1));
        sitting.client
                .post(sitting.path + "/submit", Map.of("timeup", "yes"))
                .then()
                .statusCode(303);
        assertEquals(EndedBy.TIME, sitting.row().endedBy);
    }

    @Test
    @Tag("G5")
    void g05_sweepClosesWhatNoBrowserDoesWithWhatIsSaved() {
        sitting.say(2, 0, "0.8125").then().statusCode(200);
        clock.forward(LIMIT.plusSeconds(15));
        Eventually.isTrue("the sweep", () -> sitting.row().isGraded());
        var row = sitting.row();
        assertEquals(EndedBy.TIME, row.endedBy);
        assertEquals(row.deadline, row.finishedAt);
        assertEquals(0, new java.math.BigDecimal("1").compareTo(row.mark));
        assertEquals(1, sitting.steps(Kind.TIMED_OUT));
    }

    @Test
    @Tag("G4")
    void g04_whoComesBackTooLateFindsTheResultOfWhatWasSaved() {
        sitting.say(2, 0, "0.8125").then().statusCode(200);
        clock.forward(LIMIT.plusSeconds(60));
        assertEquals("1", sitting.result().select(".score strong").text());
        var next = Sitting.begin(sitting.client, course, "short");
        assertNotEquals(sitting.path, next.path);
        assertEquals(2, next.row().number);
    }

    @Test
    @Tag("G6")
    void g06_timeRunsOnWhileNobodyLooks() {
        clock.forward(Duration.ofMinutes(4));
        int left =
                sitting.client
                        .get(sitting.path + "/time")
                        .then()
                        .statusCode(200)
                        .body("open", equalTo(true))
                        .extract()
                        .path("remaining");
        assertTrue(left <= 60_000 && left > 20_000, "remaining " + left);
    }
}
