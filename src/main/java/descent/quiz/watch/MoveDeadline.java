package descent.quiz.watch;

import descent.question.tree.Json;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.rules.Tests;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves the deadlines of attempts under way, for one or for all; open pages learn of it. */
@ApplicationScoped
public class MoveDeadline {
    public static final Duration LONGEST = Duration.ofDays(7);

    private final Tests tests;
    private final News news;
    private final AuditLog audit;
    private final Clock clock;

    MoveDeadline(Tests tests, News news, AuditLog audit, Clock clock) {
        this.tests = tests;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param moves how often the deadline had been moved when that was asked for: a button pressed
     *     twice moves it once
     * @throws Problem 409 when it has ended, or was moved meanwhile
     */
    @Transactional
    public void extend(UUID attemptId, String courseId, Duration by, long moves) {
        var attempt = Attempt.inCourse(attemptId, courseId);
        requireReasonable(by);
        if (!attempt.isOpen()) {
            throw Problem.conflict(
                    "This attempt has ended. It can be opened again, with time of its own.");
        }
        requireUnmoved(moves, AttemptStep.moves(List.of(attemptId)));
        extend(attempt, by);
    }

    /**
     * All that are under way, each once.
     *
     * @param moves how often deadlines of these had been moved when that was asked for
     * @return how many
     */
    @Transactional
    public int extendAll(String courseId, String testId, Duration by, long moves) {
        requireReasonable(by);
        var open = Attempt.lockedOpenIn(courseId, testId);
        requireUnmoved(moves, AttemptStep.moves(open.stream().map(each -> each.id).toList()));
        open.forEach(attempt -> extend(attempt, by));
        return open.size();
    }

    private static void requireUnmoved(long before, long now) {
        if (before != now) {
            throw Problem.conflict(
                    "A deadline was moved meanwhile. Look at the list again; nothing was changed.");
        }
    }

    private void extend(Attempt attempt, Duration by) {
        attempt.extensionSeconds += (int) by.toSeconds();
        move(attempt, attempt.deadline.plus(by));
    }

    /** Makes the deadlines what the rules and allowances make them now. */
    @Transactional
    void recompute(List<Attempt> attempts) {
        attempts.forEach(attempt -> move(attempt, byRules(attempt)));
    }

    boolean wouldEndEarlier(Attempt attempt) {
        return byRules(attempt).isBefore(attempt.deadline);
    }

    /** Of a test that is gone as it is; never before now. */
    private Instant byRules(Attempt attempt) {
        return tests.find(attempt.courseId, attempt.testId, attempt.personId)
                .map(test -> test.rules().deadline(attempt.startedAt))
                .map(end -> latest(end.plusSeconds(attempt.extensionSeconds), clock.instant()))
                .orElse(attempt.deadline);
    }

    /** Lets an attempt that has ended go on, for so long from now. */
    @Transactional
    public void reopen(UUID attemptId, String courseId, Duration time) {
        var attempt = Attempt.inCourse(attemptId, courseId);
        requireReasonable(time);
        if (attempt.isOpen()) {
            throw Problem.conflict("This attempt is under way. It can be given more time.");
        }
        requireNoOther(attempt);
        var until = clock.instant().plus(time);
        var byRules =
                tests.find(attempt.courseId, attempt.testId, attempt.personId)
                        .map(test -> test.rules().deadline(attempt.startedAt))
                        .orElse(attempt.deadline);
        attempt.extensionSeconds = (int) Duration.between(byRules, until).toSeconds();
        attempt.open(until);
        step(attempt, Kind.REOPENED, Map.of("until", until.toString()));
        audit(attempt, Map.of("reopened until", until.toString()));
    }

    private static void requireNoOther(Attempt attempt) {
        var others =
                Attempt.at(attempt.courseId, attempt.testId, attempt.behaviour, attempt.personId);
        if (others.stream().anyMatch(Attempt::isOpen)) {
            throw Problem.conflict(
                    "The learner has another attempt at this test under way: one at a time.");
        }
    }

    private static void requireReasonable(Duration time) {
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw Problem.badRequest(
                    "Give a number of minutes from 1 to %,d.".formatted(LONGEST.toMinutes()));
        }
    }

    private void move(Attempt attempt, Instant deadline) {
        if (deadline.equals(attempt.deadline)) {
            return;
        }
        var change = Map.of("from", attempt.deadline.toString(), "until", deadline.toString());
        attempt.deadline = deadline;
        step(attempt, Kind.DEADLINE_MOVED, change);
        audit(attempt, change);
    }

    private void step(Attempt attempt, Kind kind, Map<String, String> detail) {
        new AttemptStep(attempt, kind, clock.instant()).with(Json.write(detail)).persist();
        news.send(Topic.ATTEMPT_CHANGED, attempt.id.toString());
    }

    private void audit(Attempt attempt, Map<String, String> detail) {
        audit.record(
                AuditAction.TIME_EXTENDED,
                new AuditSubject("attempt", attempt.id.toString()),
                detail);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
