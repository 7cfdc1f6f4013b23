package descent.shared.mail;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether mail leaves this place. Much of what a mail would do is done another way without it. */
@ApplicationScoped
public class MailServer {
    private final boolean there;

    MailServer(@ConfigProperty(name = "descent.mail.host") Optional<String> host) {
        // Dev mode prints mails in the log.
        this.there = host.isPresent() || LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    public boolean isThere() {
        return there;
    }
}
