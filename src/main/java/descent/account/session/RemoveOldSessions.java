package descent.account.session;

import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes sessions that are over, and browsers that were not seen for long. */
@ApplicationScoped
class RemoveOldSessions implements RecurringJob {
    private final Sessions sessions;

    RemoveOldSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "remove-old-sessions";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        sessions.removeOld();
    }
}
