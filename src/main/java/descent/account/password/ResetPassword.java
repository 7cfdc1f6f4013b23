package descent.account.password;

import descent.account.AccountConfig;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.shared.Sha256;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.mail.MailServer;
import descent.shared.mail.Outbox;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import descent.shared.web.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Hands out links to a new password: by mail to whom it belongs, else by an admin. */
@ApplicationScoped
public class ResetPassword {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Limit PER_ADDRESS = new Limit.PerWindow(5, HOUR);

    private final Outbox outbox;
    private final MailServer server;
    private final ResetLetter letter;
    private final Throttle throttle;
    private final AuditLog audit;
    private final AccountConfig.Login limits;

    ResetPassword(
            Outbox outbox,
            MailServer server,
            ResetLetter letter,
            Throttle throttle,
            AuditLog audit,
            AccountConfig config) {
        this.outbox = outbox;
        this.server = server;
        this.letter = letter;
        this.throttle = throttle;
        this.audit = audit;
        this.limits = config.login();
    }

    /** Does the same whether or not there is such a person: who that is, the mail job looks up. */
    void askFor(EmailAddress email, ClientAddress from) {
        throttle.take(
                "mail place " + from.place(), new Limit.PerWindow(limits.mailsPerPlace(), HOUR));
        throttle.take("mail reset " + Sha256.of(email.text()), PER_ADDRESS);
        outbox.put(ResetLetter.KIND, email.text(), Map.of());
    }

    /**
     * For an admin: has the mail sent, or, where no mail is sent, gives the link to pass on.
     *
     * @return the link, shown once; empty when it went out by mail
     */
    @Transactional
    public Optional<String> issue(Person person) {
        audit.record(AuditAction.RESET_LINK_ISSUED, AuditSubject.person(person.id));
        if (server.isThere()) {
            outbox.put(ResetLetter.KIND, person.email, Map.of());
            return Optional.empty();
        }
        return Optional.of(letter.link(person));
    }
}
