package descent.quiz.taking;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.EndedBy;
import descent.quiz.grading.GradeAttempt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Ends attempts, each once. That it has ended is committed before anything is graded: a fault in
 * grading takes no answer back.
 */
@ApplicationScoped
public class EndAttempt {
    private final GradeAttempt gradeAttempt;
    private final Clock clock;

    EndAttempt(GradeAttempt gradeAttempt, Clock clock) {
        this.gradeAttempt = gradeAttempt;
        this.clock = clock;
    }

    /**
     * Hands in what is saved; of an attempt that has ended nothing changes.
     *
     * @param timeUp the page says that time is over: believed when it is
     * @param arrived when the request reached this server
     * @return whether the attempt has ended
     */
    public boolean submit(UUID attemptId, UUID personId, boolean timeUp, Instant arrived) {
        boolean ended =
                QuarkusTransaction.requiringNew()
                        .call(() -> ended(Attempt.locked(attemptId, personId), timeUp, arrived));
        if (ended) {
            gradeAttempt.grade(attemptId);
        }
        return ended;
    }

    private static boolean ended(Attempt attempt, boolean timeUp, Instant arrived) {
        boolean over = arrived.isAfter(attempt.deadline);
        if (!attempt.isOpen()) {
            return true;
        }
        if (timeUp && !over) {
            return false;
        }
        if (timeUp || attempt.isOverdue(arrived)) {
            byTime(attempt);
        } else {
            attempt.end(EndedBy.LEARNER, arrived);
            new AttemptStep(attempt, Kind.SUBMITTED, arrived).persist();
        }
        return true;
    }

    /**
     * Ends a practice: what was answered has its grade already.
     *
     * @param attempt locked; of one that has ended nothing changes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endPractice(Attempt attempt) {
        if (attempt.isOpen()) {
            attempt.end(EndedBy.LEARNER, clock.instant());
            new AttemptStep(attempt, Kind.SUBMITTED, clock.instant()).persist();
            gradeAttempt.rescore(attempt);
        }
    }

    /** Ends an attempt whose time is over, and grades what was left ungraded. */
    public void closeIfOver(UUID attemptId) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Attempt.locked(attemptId)
                                .filter(attempt -> attempt.isOverdue(clock.instant()))
                                .ifPresent(EndAttempt::byTime));
        gradeAttempt.grade(attemptId);
    }

    /** With what is saved; it ended when its time did, not when somebody noticed. */
    static void byTime(Attempt attempt) {
        if (attempt.isOpen()) {
            attempt.end(EndedBy.TIME, attempt.deadline);
            new AttemptStep(attempt, Kind.TIMED_OUT, attempt.deadline).persist();
        }
    }
}
