package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptState;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.EndedBy;
import descent.quiz.taking.EndAttempt;
import descent.testing.Client;
import descent.testing.Eventually;
import descent.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Time limits, by a clock that the tests move. The test lasts five minutes. */
@QuarkusTest
class TimeTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Inject TestCourse courses;

    @Inject EndAttempt endAttempt;

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
        sitting.say(2, 0, "0.8163")
                .then()
                .statusCode(200)
                .body("remaining", lessThanOrEqualTo(3_000), "time", matchesPattern("[0-9:]{8}"));
    }

    /** Whatever a request waits for on its way to the answer: here for the row of its session. */
    @Test
    @Tag("G2")
    void g02_waitingForTheServerCostsTheLearnerNoTime() throws Exception {
        var row = sitting.row();
        var answer = new CompletableFuture<Response>();
        moveTo(row.deadline.minusSeconds(20));
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    Attempt.getEntityManager()
                            .createNativeQuery(
                                    "select 1 from session where person_id = :person for update")
                            .setParameter("person", row.personId)
                            .getResultList();
                    answer.completeAsync(() -> sitting.say(2, 0, "0.8163"));
                    Eventually.isTrue("the request waits", TimeTest::somebodyWaitsForUs);
                    moveTo(row.deadline.plusSeconds(1));
                });
        answer.get().then().statusCode(200);
        assertEquals(1, sitting.steps(Kind.SAVED));
        assertEquals(0, sitting.steps(Kind.LATE));
    }

    private void moveTo(Instant moment) {
        clock.forward(Duration.between(clock.instant(), moment));
    }

    private static boolean somebodyWaitsForUs() {
        var waiting =
                Attempt.getEntityManager()
                        .createNativeQuery(
                                "select 1 from pg_locks where not granted and pg_backend_pid() ="
                                        + " any(pg_blocking_pids(pid))")
                        .getResultList();
        return !waiting.isEmpty();
    }

    @Test
    @Tag("G2")
    void g02_c02_answerAfterTheDeadlineIsRefusedAndKeptInTheLedger() {
        sitting.say(2, 0, "0.8163").then().statusCode(200);
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
        var ledger = Jsoup.parse(sitting.client.get(sitting.path + "/ledger").asString());
        assertEquals(
                2, ledger.select("td:contains(came after the end: kept here, not counted)").size());
        assertEquals(
                "Answer 1 to question 2 was saved. counts", ledger.select("td:has(.badge)").text());
    }

    @Test
    @Tag("G3")
    void g03_c05_clientThatSaysTimeIsUpIsNotBelieved() {
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
        sitting.say(2, 0, "late").then().statusCode(409);
        assertEquals(1, sitting.steps(Kind.LATE));
        assertEquals("0", sitting.result().select(".score strong").text());
    }

    @Test
    @Tag("G5")
    void g05_c07_sweepClosesWhatNoBrowserDoesWithWhatIsSaved() {
        sitting.say(2, 0, "0.8163").then().statusCode(200);
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
        sitting.say(2, 0, "0.8163").then().statusCode(200);
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

    @Test
    void c24_whoLeavesALongTestForHoursHandsInAfterSigningInAgain() {
        courses.addTest(
                course,
                "long",
                """
                title: A long one
                minutes: 240
                pass: 0.5
                questions: [q-number]
                review: right-after
                """);
        var long1 = Sitting.begin(Client.enrolled(course), course, "long");
        long1.say(1, 0, "0.8163").then().statusCode(200);
        clock.forward(Duration.ofHours(3));
        // Nobody is signed in for so long; the answers wait.
        long1.submit().then().statusCode(303).header("Location", containsString("/login"));
        assertTrue(long1.row().isOpen());
        long1.client.login();
        long1.submit().then().statusCode(303);
        assertEquals("1", long1.result().select(".score strong").text());
        assertEquals(EndedBy.LEARNER, long1.row().endedBy);
    }

    @Test
    void c19_steppedClockMovesNoDeadline() {
        var deadline = sitting.row().deadline;
        clock.forward(Duration.ofMinutes(-5));
        assertEquals(deadline, sitting.row().deadline);
        sitting.say(2, 0, "0.8163").then().statusCode(200);
        clock.forward(Duration.ofMinutes(5));
        int left = sitting.client.get(sitting.path + "/time").then().extract().path("remaining");
        assertTrue(left <= LIMIT.toMillis() && left > 200_000, "remaining " + left);
    }

    @Test
    void c20_answerWhoseAcknowledgementWasLostIsTakenOnceWhenItIsSentAgain() {
        var answer = Map.of("answer", List.of("0.8163"));
        sitting.save(2, 0, "lost", answer).then().statusCode(200);
        clock.forward(LIMIT.minusSeconds(30));
        sitting.save(2, 0, "lost", answer).then().statusCode(200).body("revision", equalTo(1));
        assertEquals(1, sitting.steps(Kind.SAVED));
    }

    /** An attempt that cannot be graded does not keep those behind it from it. */
    @Test
    @Tag("G5")
    void g05_sweepGoesOnPastAnAttemptThatCannotBeGraded() {
        var broken = Sitting.begin(Client.enrolled(course), course, "short");
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    AttemptQuestion.getEntityManager()
                            .createNativeQuery(
                                    "update attempt_question set drawn = '{}' where attempt_id ="
                                            + " :id")
                            .setParameter("id", broken.id)
                            .executeUpdate();
                    Attempt.update(
                            "deadline = ?1 where id = ?2",
                            sitting.row().deadline.minusSeconds(60),
                            broken.id);
                });
        clock.forward(LIMIT.plusSeconds(15));
        Eventually.isTrue("the sweep", () -> sitting.row().isGraded());
        Eventually.isTrue("the end", () -> !broken.row().isOpen());
        assertEquals(AttemptState.SUBMITTED, broken.row().state);
        QuarkusTransaction.requiringNew().run(() -> Attempt.deleteById(broken.id));
    }

    /** Two replicas that sweep at the same moment grade once. */
    @Test
    @Tag("G5")
    void g05_sweepsAtTheSameMomentGradeOnce() throws Exception {
        clock.forward(LIMIT.plusSeconds(15));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sweeps =
                    threads.invokeAll(
                            Collections.nCopies(
                                    8,
                                    Executors.callable(() -> endAttempt.closeIfOver(sitting.id))));
            for (var sweep : sweeps) {
                sweep.get();
            }
        }
        assertEquals(1, sitting.steps(Kind.TIMED_OUT));
        assertEquals(3, sitting.steps(Kind.GRADED));
    }
}
