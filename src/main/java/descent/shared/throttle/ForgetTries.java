package descent.shared.throttle;

import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Removes tries that no limit remembers. */
@ApplicationScoped
class ForgetTries implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Clock clock;

    ForgetTries(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-tries";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        ThrottleRow.delete("last < ?1", clock.instant().minus(KEPT));
    }
}
