package descent.shared.replica;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This replica: whoever begins work by itself asks here whether that is its part. */
@ApplicationScoped
public class Replica {
    private final Role role;

    public Replica(@ConfigProperty(name = "descent.role") String role) {
        this.role = Role.named(role);
    }

    /** Whether people are served here. */
    public boolean servesPages() {
        return role != Role.WORKER;
    }

    /** Whether runs, sound, mails and sweeps are done here. */
    public boolean worksInBackground() {
        return role != Role.WEB;
    }

    public String role() {
        return role.word();
    }
}
