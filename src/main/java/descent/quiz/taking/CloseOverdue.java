package descent.quiz.taking;

import descent.quiz.attempt.Attempt;
import descent.shared.job.OneByOne;
import descent.shared.job.RecurringJob;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Ends attempts whose time is over and whose browser is gone, and grades what was left ungraded.
 */
@ApplicationScoped
class CloseOverdue implements RecurringJob {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OneByOne<UUID> oneByOne = new OneByOne<>("attempt %s could not be closed");

    private final EndAttempt endAttempt;
    private final Clock clock;

    CloseOverdue(EndAttempt endAttempt, Clock clock) {
        this.endAttempt = endAttempt;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "close-overdue-attempts";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        oneByOne.each(QuarkusTransaction.requiringNew().call(this::left), endAttempt::closeIfOver);
    }

    private List<UUID> left() {
        var now = clock.instant();
        return Attempt.getEntityManager()
                .createQuery(
                        """
                        select id from Attempt
                        where state = OPEN and deadline < :due or state = SUBMITTED and finishedAt < :left
                        order by deadline
                        """,
                        UUID.class)
                .setParameter("due", now.minus(Attempt.GRACE))
                .setParameter("left", now.minus(PAUSE))
                .getResultList();
    }
}
