package descent.account.profile;

import descent.account.AccountConfig;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.account.notice.Notice;
import descent.account.notice.Notices;
import descent.shared.Token;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.mail.About;
import descent.shared.mail.Letter;
import descent.shared.mail.LetterKind;
import descent.shared.mail.MailServer;
import descent.shared.mail.Outbox;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import descent.shared.web.Addresses;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a person another e-mail address: with a mail server, once the link in a mail to the new one
 * was followed; without one, at once.
 */
@ApplicationScoped
class ChangeEmail {
    private static final Limit PER_PERSON = new Limit.PerWindow(5, Duration.ofHours(1));

    private final MailServer server;
    private final Outbox outbox;
    private final Notices notices;
    private final Throttle throttle;
    private final AuditLog audit;
    private final Clock clock;

    ChangeEmail(
            MailServer server,
            Outbox outbox,
            Notices notices,
            Throttle throttle,
            AuditLog audit,
            Clock clock) {
        this.server = server;
        this.outbox = outbox;
        this.notices = notices;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return whether a mail was sent; else it is done
     * @throws Problem 409 without a mail server, when another has the address
     */
    @Transactional
    boolean ask(UUID personId, EmailAddress wanted) {
        throttle.take("mail change " + personId, PER_PERSON);
        if (server.isThere()) {
            outbox.put(Kind.NAME, wanted.text(), Map.of("person", personId.toString()));
            return true;
        }
        set(Person.findById(personId), wanted);
        return false;
    }

    /** The new address that the link proves; empty when it is over. */
    @Transactional
    Optional<String> wanted(Token token) {
        return OneTimeLink.good(token, Purpose.EMAIL, clock.instant()).map(link -> link.about);
    }

    @Transactional
    void confirm(Token token) {
        var link =
                OneTimeLink.good(token, Purpose.EMAIL, clock.instant())
                        .orElseThrow(EmailPages::linkIsOver);
        link.delete();
        set(Person.findById(link.owner()), EmailAddress.of(link.about).orElseThrow());
    }

    private void set(Person person, EmailAddress wanted) {
        if (Person.withEmail(wanted).isPresent()) {
            throw Problem.conflict("There is another account with this address.");
        }
        var old = person.email;
        person.email = wanted.text();
        // A link to a new password that went to the old address is worth nothing any more.
        OneTimeLink.revoke(Purpose.PASSWORD, person.id);
        notices.tell(person, old, Notice.EMAIL_CHANGED);
        audit.record(
                person.id,
                AuditAction.ACCOUNT_CHANGED,
                AuditSubject.person(person.id),
                Map.of("what", "e-mail address"));
    }

    /** The mail to the new address. */
    @ApplicationScoped
    static class Kind implements LetterKind {
        static final String NAME = "email-change";

        private final Addresses addresses;
        private final AccountConfig.Links lives;
        private final Clock clock;

        Kind(Addresses addresses, AccountConfig config, Clock clock) {
            this.addresses = addresses;
            this.lives = config.link();
            this.clock = clock;
        }

        @CheckedTemplate(
                basePath = "account/letter",
                defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
        static final class Templates {
            private Templates() {}

            static native TemplateInstance newAddress(String name, String link, long hours);
        }

        @Override
        public String name() {
            return NAME;
        }

        /** Whose address it is already hears nothing: it was typed by mistake, or to find out. */
        @Override
        public Optional<Letter> letter(String recipient, About about) {
            var taken = EmailAddress.of(recipient).flatMap(Person::withEmail).isPresent();
            return Person.<Person>findByIdOptional(UUID.fromString(about.get("person")))
                    .filter(person -> !taken)
                    .map(person -> letter(person, recipient));
        }

        private Letter letter(Person person, String wanted) {
            var token =
                    OneTimeLink.issue(
                            Purpose.EMAIL, person.id, wanted, lives.email(), clock.instant());
            var link = addresses.absolute("/account/email/" + token.text());
            return new Letter(
                    "Your new address at Descent",
                    Templates.newAddress(person.name, link, lives.email().toHours()).render());
        }
    }
}
