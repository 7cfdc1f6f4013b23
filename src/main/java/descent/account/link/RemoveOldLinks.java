package descent.account.link;

import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Removes links that are over. */
@ApplicationScoped
class RemoveOldLinks implements RecurringJob {
    private final Clock clock;

    RemoveOldLinks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remove-old-links";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        OneTimeLink.delete("expiresAt < ?1", clock.instant());
    }
}
