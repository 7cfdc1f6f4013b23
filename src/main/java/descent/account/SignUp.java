package descent.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** Makes an account for somebody new. */
@ApplicationScoped
class SignUp {
    private final Passwords passwords;
    private final Clock clock;

    SignUp(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** How it went. */
    sealed interface Outcome {
        record Done(Person person) implements Outcome {}

        /** What is wrong, by field. */
        record Refused(Map<String, String> errors) implements Outcome {}
    }

    @Transactional
    Outcome signUp(NewAccount account, Role role) {
        var errors = account.errors();
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        var email = EmailAddress.of(account.email()).orElseThrow();
        var secret = passwords.hashed(account.password());
        if (Person.withEmail(email).isPresent()) {
            return new Outcome.Refused(
                    Map.of("email", "There is an account with this address. Sign in instead."));
        }
        var now = clock.instant();
        var person =
                new Person(UUID.randomUUID(), account.name(), email, role, ZoneId.of("UTC"), now);
        person.persist();
        new PasswordIdentity(person.id, secret, now).persist();
        return new Outcome.Done(person);
    }
}
