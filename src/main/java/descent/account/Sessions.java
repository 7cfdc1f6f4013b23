package descent.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Begins sessions and ends them. */
@ApplicationScoped
class Sessions {
    private final Passwords passwords;
    private final AccountConfig config;
    private final Clock clock;

    Sessions(Passwords passwords, AccountConfig config, Clock clock) {
        this.passwords = passwords;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The person behind name and password. Unknown, wrong and disabled look alike and take as long.
     */
    @Transactional
    Optional<Person> proven(String email, String password) {
        var person = EmailAddress.of(email).flatMap(Person::withEmail);
        var identity =
                person.flatMap(p -> PasswordIdentity.<PasswordIdentity>findByIdOptional(p.id));
        if (identity.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        return passwords.match(password, identity.get().secret)
                ? person.filter(p -> p.disabledAt == null)
                : Optional.empty();
    }

    /**
     * A new session with a token of its own: one that a stranger put into the browser before is
     * worth nothing.
     */
    @Transactional
    Token begin(Person person, boolean remembered) {
        var token = Token.random();
        new Session(token, person, remembered, config.session(), clock.instant()).persist();
        return token;
    }

    @Transactional
    void end(Token token) {
        Session.deleteById(token.hash());
    }
}
