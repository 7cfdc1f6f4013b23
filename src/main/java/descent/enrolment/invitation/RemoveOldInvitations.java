package descent.enrolment.invitation;

import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Removes invitations that are over, and with them the addresses of those who never came. */
@ApplicationScoped
class RemoveOldInvitations implements RecurringJob {
    private final Invitations invitations;

    RemoveOldInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return "remove-old-invitations";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        invitations.removeOld();
    }
}
