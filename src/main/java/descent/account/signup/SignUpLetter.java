package descent.account.signup;

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
import java.util.UUID;

/**
 * The mail that proves an address. Whose address has an account already is told that instead: the
 * page that was shown does not tell.
 */
@ApplicationScoped
class SignUpLetter implements LetterKind {
    static final String KIND = "sign-up";

    private final Addresses addresses;
    private final AccountConfig.Links lives;
    private final Clock clock;

    SignUpLetter(Addresses addresses, AccountConfig config, Clock clock) {
        this.addresses = addresses;
        this.lives = config.link();
        this.clock = clock;
    }

    @CheckedTemplate(
            basePath = "account/letter",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signUp(String name, String link, long hours);

        static native TemplateInstance hasAccount(String name, String login, String forgotten);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Optional<Letter> letter(String recipient, About about) {
        return PendingSignUp.<PendingSignUp>findByIdOptional(UUID.fromString(about.get("sign-up")))
                .map(pending ->
                        EmailAddress.of(recipient)
                                .flatMap(Person::withEmail)
                                .map(this::hasAccount)
                                .orElseGet(() -> confirm(pending)));
    }

    private Letter confirm(PendingSignUp pending) {
        var token =
                OneTimeLink.issue(
                        Purpose.SIGN_UP, pending.id.toString(), lives.signUp(), clock.instant());
        var link = addresses.absolute("/sign-up/confirm/" + token.text());
        return new Letter(
                "Your account at Descent",
                Templates.signUp(pending.name, link, lives.signUp().toHours()).render());
    }

    private Letter hasAccount(Person person) {
        return new Letter(
                "You have an account at Descent",
                Templates.hasAccount(
                                person.name,
                                addresses.absolute("/login"),
                                addresses.absolute("/password/forgotten"))
                        .render());
    }
}
