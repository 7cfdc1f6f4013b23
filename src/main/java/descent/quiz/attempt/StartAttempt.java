package descent.quiz.attempt;

import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.rules.Banks;
import descent.quiz.rules.QuestionDraw;
import descent.quiz.rules.QuestionDraw.Placed;
import descent.quiz.rules.QuestionDraw.PoolTooSmall;
import descent.quiz.rules.TestRules;
import descent.quiz.rules.TestRules.Earlier;
import descent.quiz.rules.Tests;
import descent.quiz.rules.Tests.Test;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Begins an attempt, or finds the one that is open: one, however often and wherever it is asked.
 */
@ApplicationScoped
public class StartAttempt {
    private static final Logger LOG = Logger.getLogger(StartAttempt.class);
    private static final SecureRandom SEEDS = new SecureRandom();

    private final EntityManager database;
    private final Tests tests;
    private final Banks banks;
    private final Clock clock;

    StartAttempt(EntityManager database, Tests tests, Banks banks, Clock clock) {
        this.database = database;
        this.tests = tests;
        this.banks = banks;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The open attempt, new or not. */
        record Open(UUID attemptId) implements Outcome {}

        /** Not now. */
        record Refused(TestRules.Obstacle obstacle) implements Outcome {}

        /** The author's mistake: the bank cannot fill the blueprint. */
        record Incomplete(String reason) implements Outcome {}
    }

    @Transactional
    public Outcome start(UUID personId, String courseId, String testId) {
        lock(personId, courseId, testId);
        var now = clock.instant();
        var earlier = Attempt.at(courseId, testId, personId);
        for (var attempt : earlier) {
            if (attempt.isOverdue(now)) {
                endByTime(attempt);
            } else if (attempt.isOpen()) {
                return new Outcome.Open(attempt.id);
            }
        }
        var test = tests.test(courseId, testId, personId);
        var obstacle =
                test.rules().obstacle(earlier.stream().map(StartAttempt::past).toList(), now);
        if (obstacle.isPresent()) {
            return new Outcome.Refused(obstacle.get());
        }
        long seed = SEEDS.nextLong();
        try {
            var draw = new QuestionDraw(banks.of(test.course()), seenBy(personId, courseId), seed);
            var attempt = begun(test, personId, earlier.size() + 1, seed, draw, now);
            return new Outcome.Open(attempt.id);
        } catch (PoolTooSmall e) {
            LOG.warnf("test %s/%s cannot be started: %s", courseId, testId, e.getMessage());
            return new Outcome.Incomplete(String.valueOf(e.getMessage()));
        }
    }

    private static Attempt begun(
            Test test, UUID personId, int number, long seed, QuestionDraw draw, Instant now) {
        var placed = draw.of(test.blueprint());
        var attempt = new Attempt();
        attempt.id = UUID.randomUUID();
        attempt.personId = personId;
        attempt.courseId = test.course().id();
        attempt.testId = test.id();
        attempt.number = number;
        attempt.title = test.rules().title();
        attempt.pass = test.rules().pass();
        attempt.seed = seed;
        attempt.state = AttemptState.OPEN;
        attempt.startedAt = now;
        attempt.deadline = test.rules().deadline(now);
        attempt.outOf =
                placed.stream().map(Placed::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        attempt.persist();
        for (int i = 0; i < placed.size(); i++) {
            new AttemptQuestion(attempt.id, i + 1, placed.get(i)).persist();
        }
        new AttemptStep(attempt, Kind.STARTED, now).persist();
        return attempt;
    }

    /** The row may have been ended meanwhile by the sweep: it is locked before it is looked at. */
    private void endByTime(Attempt attempt) {
        database.refresh(attempt, LockModeType.PESSIMISTIC_WRITE);
        EndAttempt.byTime(attempt);
    }

    private static Earlier past(Attempt attempt) {
        return new Earlier(Objects.requireNonNullElse(attempt.finishedAt, attempt.deadline));
    }

    /** Two presses of the button wait for each other here; the unique index stands behind. */
    private void lock(UUID personId, String courseId, String testId) {
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) locked")
                .setParameter("key", personId + "/" + courseId + "/" + testId)
                .getSingleResult();
    }

    private Map<String, Long> seenBy(UUID personId, String courseId) {
        List<Tuple> counts =
                database.createQuery(
                                """
                                select q.questionId, count(*)
                                from AttemptQuestion q join Attempt a on a.id = q.key.attemptId
                                where a.personId = :person and a.courseId = :course
                                group by q.questionId
                                """,
                                Tuple.class)
                        .setParameter("person", personId)
                        .setParameter("course", courseId)
                        .getResultList();
        var seen = new HashMap<String, Long>();
        counts.forEach(count -> seen.put(count.get(0, String.class), count.get(1, Long.class)));
        return seen;
    }
}
