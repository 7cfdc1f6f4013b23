package descent.account.signup;

import descent.account.DisplayName;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.Role;
import descent.account.password.PasswordIdentity;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Makes the account itself. */
@ApplicationScoped
class NewPerson {
    private final AuditLog audit;
    private final Clock clock;

    NewPerson(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param secret the hash of the password
     * @return empty when there is an account with this address, be it since a moment ago
     */
    Optional<Person> make(
            DisplayName name, EmailAddress email, Role role, ZoneId zone, String secret) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> {
                        var now = clock.instant();
                        var person =
                                new Person(UUID.randomUUID(), name.text(), email, role, zone, now);
                        person.persistAndFlush();
                        new PasswordIdentity(person.id, secret, now).persist();
                        audit.record(
                                person.id,
                                AuditAction.SIGN_UP,
                                AuditSubject.person(person.id),
                                Map.of("role", role.toString()));
                        return Optional.of(person);
                    });
        } catch (ConstraintViolationException e) {
            return Optional.empty();
        }
    }
}
