package descent.account.signup;

import descent.account.AccountConfig;
import descent.account.Complaint;
import descent.account.Complaint.Kind;
import descent.account.DisplayName;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.Role;
import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.account.password.PasswordRules;
import descent.account.password.Passwords;
import descent.shared.Token;
import descent.shared.mail.MailServer;
import descent.shared.mail.Outbox;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import descent.shared.web.ClientAddress;
import descent.shared.web.LocalPath;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes an account for somebody new. With a mail server, once the address is proven; what is done
 * and answered is then the same whether or not the address has an account. Without one, at once.
 */
@ApplicationScoped
public class SignUp {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Limit CONFIRMATIONS = new Limit.PerWindow(10, HOUR);
    private static final Map<String, Complaint> TAKEN =
            Map.of("email", Complaint.of(Kind.EMAIL_TAKEN));

    private final NewPerson newPerson;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final MailServer server;
    private final Outbox outbox;
    private final Throttle throttle;
    private final AccountConfig config;
    private final Clock clock;

    SignUp(
            NewPerson newPerson,
            Passwords passwords,
            PasswordRules rules,
            MailServer server,
            Outbox outbox,
            Throttle throttle,
            AccountConfig config,
            Clock clock) {
        this.newPerson = newPerson;
        this.passwords = passwords;
        this.rules = rules;
        this.server = server;
        this.outbox = outbox;
        this.throttle = throttle;
        this.config = config;
        this.clock = clock;
    }

    /** How it went. */
    sealed interface Outcome {}

    /** A mail is on its way, to who signed up or to who has the account. */
    record Mailed() implements Outcome {}

    /** How it went where no mail is waited for. */
    sealed interface Immediate extends Outcome {}

    record Done(Person person) implements Immediate {}

    /** What is wrong, by field. */
    record Refused(Map<String, Complaint> errors) implements Immediate {}

    Outcome signUp(NewAccount account, LocalPath from, ClientAddress place) {
        var errors = account.errors(rules);
        if (!errors.isEmpty()) {
            return new Refused(errors);
        }
        throttle.take(
                "mail place " + place.place(),
                new Limit.PerWindow(config.login().mailsPerPlace(), HOUR));
        if (!server.isThere()) {
            return make(account, Role.LEARNER);
        }
        var secret = passwords.hashed(account.password());
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    var pending = new PendingSignUp(account, secret, from.text(), clock.instant());
                    pending.persist();
                    mail(pending);
                });
        return new Mailed();
    }

    /** At once, the address unproven. */
    Immediate make(NewAccount account, Role role) {
        var errors = account.errors(rules);
        if (!errors.isEmpty()) {
            return new Refused(errors);
        }
        var secret = passwords.hashed(account.password());
        return newPerson
                .make(account.displayName(), account.address(), role, account.timeZone(), secret)
                .<Immediate>map(Done::new)
                .orElseGet(() -> new Refused(TAKEN));
    }

    /** Whose address the link proves; empty when it is over. */
    @Transactional
    Optional<PendingSignUp> pending(Token token) {
        return OneTimeLink.good(token, Purpose.SIGN_UP, clock.instant())
                .flatMap(link ->
                        PendingSignUp.<PendingSignUp>findByIdOptional(UUID.fromString(link.about)));
    }

    /**
     * Makes the account for who reads the mail and knows the password: who has typed another's
     * address gains nothing by it.
     *
     * @return empty when the password is another than at sign-up
     */
    Optional<Person> confirm(Token token, PendingSignUp pending, String password) {
        throttle.take("sign-up " + pending.id, CONFIRMATIONS);
        if (!passwords.match(password, pending.secret)) {
            return Optional.empty();
        }
        var person =
                newPerson
                        .make(
                                DisplayName.of(pending.name).orElseThrow(),
                                EmailAddress.of(pending.email).orElseThrow(),
                                Role.LEARNER,
                                pending.timeZone,
                                pending.secret)
                        .orElseThrow(SignUpPages::isTaken);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    OneTimeLink.deleteById(token.hash());
                    PendingSignUp.delete("email", pending.email);
                });
        return Optional.of(person);
    }

    /**
     * Who has yet to follow the link in the mail, the newest first.
     *
     * @param words part of a name or of an e-mail address; empty for all
     * @param most since anybody can type any number of addresses
     */
    @Transactional
    public List<PendingSignUp> pending(String words, int most) {
        return PendingSignUp.<PendingSignUp>find(
                        "?1 = '' or locate(?1, email) > 0 or locate(?1, lower(name)) > 0 order by createdAt desc",
                        words.strip().toLowerCase(Locale.ROOT))
                .page(0, most)
                .list();
    }

    /** Sends the mail again. */
    @Transactional
    public void resend(UUID pendingId) {
        PendingSignUp.<PendingSignUp>findByIdOptional(pendingId).ifPresent(this::mail);
    }

    private void mail(PendingSignUp pending) {
        outbox.put(SignUpLetter.KIND, pending.email, Map.of("sign-up", pending.id.toString()));
    }
}
