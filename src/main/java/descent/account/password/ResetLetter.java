package descent.account.password;

import descent.account.AccountConfig;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.shared.mail.About;
import descent.shared.mail.Letter;
import descent.shared.mail.LetterKind;
import descent.shared.web.Addresses;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The mail with the link to a new password. Nobody is told that an address has no account. */
@ApplicationScoped
class ResetLetter implements LetterKind {
    static final String KIND = "password-reset";

    private final Addresses addresses;
    private final AccountConfig.Links lives;
    private final Clock clock;

    ResetLetter(Addresses addresses, AccountConfig config, Clock clock) {
        this.addresses = addresses;
        this.lives = config.link();
        this.clock = clock;
    }

    @CheckedTemplate(
            basePath = "account/letter",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reset(String name, String link, long minutes);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String recipient, About about) {
        return EmailAddress.of(recipient)
                .flatMap(Person::withEmail)
                .filter(person -> person.disabledAt == null)
                .map(this::letter);
    }

    private Letter letter(Person person) {
        var text = Templates.reset(person.name, link(person), lives.password().toMinutes());
        return new Letter("A new password for Descent", text.render());
    }

    /** Makes a link to a new password; an older one dies. */
    String link(Person person) {
        var token =
                OneTimeLink.issue(
                        Purpose.PASSWORD, person.id, "", lives.password(), clock.instant());
        return addresses.absolute("/password/reset/" + token.text());
    }
}
