package descent.quiz.attempt;

import descent.shared.job.Precedence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Tests under way go before work in the background. */
@ApplicationScoped
class AttemptsFirst implements Precedence {
    private final Clock clock;

    AttemptsFirst(Clock clock) {
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean isWanted() {
        return Attempt.count("state = ?1 and deadline > ?2", AttemptState.OPEN, clock.instant())
                > 0;
    }
}
