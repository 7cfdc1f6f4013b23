package descent.quiz.taking;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.NeutralQuestion;
import descent.quiz.attempt.Score;
import descent.quiz.attempt.Seen;
import descent.quiz.rules.Allowances;
import descent.quiz.rules.Bank;
import descent.quiz.rules.Banks;
import descent.quiz.rules.QuestionDraw;
import descent.quiz.rules.QuestionDraw.Placed;
import descent.quiz.rules.QuestionDraw.PoolTooSmall;
import descent.quiz.rules.TestRules;
import descent.quiz.rules.TestRules.Earlier;
import descent.quiz.rules.Tests;
import descent.quiz.rules.Tests.Test;
import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Begins an attempt, or finds the one that is open: one, however often and wherever it is asked.
 */
@ApplicationScoped
public class StartAttempt {
    private static final Logger LOG = Logger.getLogger(StartAttempt.class);

    private final Allowances allowances;
    private final Tests tests;
    private final Banks banks;
    private final Withheld withheld;
    private final Clock clock;

    StartAttempt(Allowances allowances, Tests tests, Banks banks, Withheld withheld, Clock clock) {
        this.allowances = allowances;
        this.tests = tests;
        this.banks = banks;
        this.withheld = withheld;
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

    /**
     * @param behaviour a test, or a rehearsal of one: with other questions than those that are
     *     asked in earnest, as often as one likes
     */
    @Transactional
    public Outcome start(UUID personId, String courseId, String testId, Behaviour behaviour) {
        lock(personId, courseId, testId);
        allowances.hold(courseId);
        var now = clock.instant();
        var earlier = Attempt.at(courseId, testId, behaviour, personId);
        for (var attempt : earlier) {
            if (attempt.isOverdue(now)) {
                endByTime(attempt, now);
            }
            if (attempt.isOpen()) {
                return new Outcome.Open(attempt.id);
            }
        }
        var test = tests.test(courseId, testId, personId);
        if (behaviour == Behaviour.TEST) {
            var obstacle =
                    test.rules().obstacle(earlier.stream().map(StartAttempt::past).toList(), now);
            if (obstacle.isPresent()) {
                return new Outcome.Refused(obstacle.get());
            }
        } else if (!test.canBeRehearsed()) {
            throw Problem.notFound("rehearsal");
        }
        try {
            return new Outcome.Open(begun(test, behaviour, personId, earlier.size() + 1, now).id);
        } catch (PoolTooSmall e) {
            LOG.warnf("test %s/%s cannot be started: %s", courseId, testId, e.getMessage());
            return new Outcome.Incomplete(String.valueOf(e.getMessage()));
        }
    }

    private Bank bank(Test test, Behaviour behaviour, UUID personId) {
        var bank = banks.of(test.course());
        return behaviour == Behaviour.TEST
                ? bank
                : bank.without(withheld.from(personId, test.course().id()));
    }

    private Attempt begun(Test test, Behaviour behaviour, UUID personId, int number, Instant now) {
        var rules = test.rules();
        var deadline = behaviour == Behaviour.TEST ? rules.deadline(now) : now.plus(rules.limit());
        var attempt =
                Attempt.begun(
                        personId, test.course().id(), test.id(), behaviour, number, now, deadline);
        attempt.title = rules.title();
        attempt.pass = rules.pass();
        attempt.sequential = rules.manner().sequential();
        attempt.certainty = rules.manner().certainty();
        var draw =
                new QuestionDraw(
                        bank(test, behaviour, personId),
                        Seen.by(personId, test.course().id()),
                        attempt.seed);
        var placed = draw.of(test.blueprint());
        attempt.persist();
        ask(attempt, placed, test);
        new AttemptStep(attempt, Kind.STARTED, now).persist();
        return attempt;
    }

    private static void ask(Attempt attempt, List<Placed> placed, Test test) {
        var questions = new ArrayList<AttemptQuestion>();
        for (int i = 0; i < placed.size(); i++) {
            var section = test.blueprint().sectionOf(i + 1);
            var question = new AttemptQuestion(attempt.id, i + 1, placed.get(i), section);
            question.persist();
            questions.add(question);
        }
        var neutral = NeutralQuestion.of(attempt).keySet();
        attempt.outOf = Score.of(attempt, questions, Map.of(), Set.of(), neutral).outOf();
    }

    /**
     * The sweep may have ended it meanwhile, an author may have given it more time: it is locked
     * before it is looked at again.
     */
    private static void endByTime(Attempt attempt, Instant now) {
        attempt.lockAnew();
        if (attempt.isOverdue(now)) {
            EndAttempt.byTime(attempt);
        }
    }

    private static Earlier past(Attempt attempt) {
        return new Earlier(Objects.requireNonNullElse(attempt.finishedAt, attempt.deadline));
    }

    /** Two presses of the button wait for each other here; the unique index stands behind. */
    private static void lock(UUID personId, String courseId, String testId) {
        Turn.take("attempts of %s at %s/%s".formatted(personId, courseId, testId));
    }
}
