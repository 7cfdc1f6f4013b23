package descent.quiz;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.EndedBy;
import descent.quiz.rules.Allowance;
import descent.quiz.rules.GrantedAllowance.Grantee;
import descent.quiz.taking.StartAttempt;
import descent.quiz.watch.GrantAllowance;
import descent.testing.Apart;
import descent.testing.AtOnce;
import descent.testing.Client;
import descent.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Beginning a test: once, as often as it is allowed, with the time that is granted. */
@QuarkusTest
class StartingTest {
    @Inject TestCourse courses;

    @Inject StartAttempt startAttempt;

    @Inject GrantAllowance grantAllowance;

    @Test
    @Tag("G12")
    void g12_c08_startPressedTwentyTimesAtOnceMakesOneAttempt() throws Exception {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var led =
                AtOnce.times(
                        20, () -> Sitting.started(Sitting.start(ada.stolen(), course, "short")));
        assertEquals(1, new HashSet<>(led).size(), led.toString());
    }

    @Test
    @Tag("G14")
    void g14_c14_fourthAttemptOfThreeIsRefusedAlsoTenAtOnce() throws Exception {
        var course = courses.published();
        var ada = Client.enrolled(course);
        for (int i = 0; i < 2; i++) {
            Sitting.begin(ada, course, "short").submit();
        }
        AtOnce.times(10, () -> Sitting.start(ada.stolen(), course, "short").statusCode());
        Sitting.begin(ada, course, "short").submit();
        Sitting.start(ada, course, "short")
                .then()
                .statusCode(409)
                .body(containsString("all 3 attempts"));
        ada.get("/courses/" + course + "/tests/short")
                .then()
                .body(containsString("all 3 attempts"), not(containsString(">Start<")));
    }

    @Test
    @Tag("G14")
    void g14_c15_nextAttemptWaitsUntilTheCoolDownIsOver() {
        var course = courses.published();
        courses.addTest(
                course,
                "cool",
                """
                title: Cool down
                minutes: 5
                cool-down: 60
                pass: 0.5
                questions: [q-number]
                review: right-after
                """);
        var clock = MovableClock.install();
        var ada = Client.enrolled(course);
        var sitting = Sitting.begin(ada, course, "cool");
        // The learner leaves: the pause counts from the deadline.
        clock.forward(Duration.ofMinutes(64));
        Sitting.start(ada, course, "cool")
                .then()
                .statusCode(409)
                .body(containsString("The next attempt is possible from"));
        assertEquals(EndedBy.TIME, sitting.row().endedBy);
        clock.forward(Duration.ofMinutes(2));
        Sitting.begin(ada, course, "cool");
    }

    /** The time that the attempt has been given while the start looked at it is not taken away. */
    @Test
    @Tag("G7")
    void g07_startEndsNoAttemptThatIsGivenMoreTimeAtThatMoment() throws Exception {
        var course = courses.published();
        var clock = MovableClock.install();
        var sitting = Sitting.begin(Client.enrolled(course), course, "short");
        var row = sitting.row();
        var later = row.deadline.plus(Duration.ofMinutes(20));
        var start =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            Attempt.update("deadline = ?1 where id = ?2", later, sitting.id);
                            clock.forward(Duration.ofMinutes(6));
                            var waiting =
                                    Apart.begin(() ->
                                            startAttempt.start(
                                                    row.personId, course, "short", Behaviour.TEST));
                            waiting.settle();
                            return waiting;
                        });
        assertEquals(new StartAttempt.Outcome.Open(sitting.id), start.get());
        assertEquals(later, sitting.row().deadline);
        assertTrue(sitting.row().isOpen());
    }

    /** Whatever comes first: the attempt has the time that its learner was granted. */
    @Test
    @Tag("G1")
    void g01_allowanceThatIsGrantedWhileAnAttemptBeginsReachesIt() throws Exception {
        var course = courses.published();
        var ada = Client.enrolled(course);
        var id = Sitting.begin(ada, course, "later").row().personId;
        var start = new AtomicReference<Apart<StartAttempt.Outcome>>();
        var grant = new AtomicReference<Apart<Boolean>>();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    // The start has looked at what is granted, and cannot write what it draws.
                    Attempt.getEntityManager()
                            .createNativeQuery(
                                    "lock table attempt_question in share row exclusive mode")
                            .executeUpdate();
                    start.set(
                            Apart.begin(
                                    () -> startAttempt.start(id, course, "short", Behaviour.TEST)));
                    start.get().settle();
                    grant.set(
                            Apart.begin(() -> {
                                grantAllowance.grant(
                                        new Grantee.Learner(id),
                                        course,
                                        "short",
                                        new Allowance(BigDecimal.TWO, Duration.ZERO, 0, null, null),
                                        id);
                                return true;
                            }));
                    grant.get().settle();
                });
        assertTrue(grant.get().get());
        var begun = (StartAttempt.Outcome.Open) start.get().get();
        var row = Sitting.at(ada, "/attempts/" + begun.attemptId()).row();
        assertEquals(row.startedAt.plus(Duration.ofMinutes(10)), row.deadline);
    }

    @Test
    void rehearsalHasTheConditionsAndCountsNothing() {
        var course = courses.published();
        courses.addTest(
                course,
                "once",
                """
                title: Once
                minutes: 5
                pass: 0.5
                attempts: 1
                questions: {draw: 3, from: [walking-downhill]}
                review: after-closing
                """);
        var ada = Client.enrolled(course);
        for (int i = 0; i < 2; i++) {
            var path =
                    Sitting.started(
                            ada.post("/courses/" + course + "/tests/once/rehearse", Map.of()));
            var rehearsal = Sitting.at(ada, path);
            assertTrue(rehearsal.question(1).text().contains("rehearsal, does not count"));
            rehearsal.submit();
            assertFalse(rehearsal.result().select(".score").isEmpty());
        }
        assertEquals(1, Sitting.begin(ada, course, "once").row().number);
        Client.enrolled(course)
                .post("/courses/" + course + "/tests/short/rehearse", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void b11_whoIsNotEnrolledStartsNothingAndWhoLeavesWritesNothing() {
        var course = courses.published();
        var bob = Client.learner();
        for (var path : List.of("/tests", "/tests/short")) {
            bob.get("/courses/" + course + path)
                    .then()
                    .statusCode(403)
                    .body(containsString("Enrol and go on"));
        }
        Sitting.start(bob, course, "short").then().statusCode(403);
        var ada = Client.enrolled(course);
        var sitting = Sitting.begin(ada, course, "short");
        sitting.say(2, 0, "1").then().statusCode(200);
        ada.post("/courses/" + course + "/leave", Map.of());
        sitting.say(2, 1, "2").then().statusCode(403);
        assertEquals(1, sitting.steps(Kind.SAVED));
    }

    @Test
    void visitorIsLedToTheSignIn() {
        Client.visitor()
                .get("/courses/sample/tests")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login"));
    }

    @Test
    void unknownTestIsNotFound() {
        var course = courses.published();
        var ada = Client.enrolled(course);
        ada.get("/courses/" + course + "/tests/none").then().statusCode(404);
        Sitting.start(ada, course, "none").then().statusCode(404);
        ada.get("/courses/none/tests").then().statusCode(404);
    }
}
