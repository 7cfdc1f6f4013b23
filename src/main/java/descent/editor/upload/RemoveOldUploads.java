package descent.editor.upload;

import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Removes files that nobody has taken over in time. */
@ApplicationScoped
class RemoveOldUploads implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Clock clock;

    RemoveOldUploads(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remove-old-uploads";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        Upload.delete("at < ?1", clock.instant().minus(KEPT));
    }
}
