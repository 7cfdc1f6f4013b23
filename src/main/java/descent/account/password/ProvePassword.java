package descent.account.password;

import descent.account.AccountConfig;
import descent.account.EmailAddress;
import descent.account.Person;
import descent.account.session.Sessions;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.throttle.Throttle;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells whether somebody knows a password. Unknown, wrong and disabled look alike and take as long.
 * No connection to the database is held while a password waits for its turn and is hashed.
 */
@ApplicationScoped
public class ProvePassword {
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AuditLog audit;
    private final AccountConfig.Login limits;

    ProvePassword(
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            AuditLog audit,
            AccountConfig config) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.limits = config.login();
    }

    /** What is known of a name before its password is looked at. */
    private record Claim(Optional<Person> person, Optional<String> secret, LoginLimits limits) {}

    /**
     * @return the person behind name and password
     * @throws Problem 429 when it was tried too often
     */
    public Optional<Person> prove(String name, String password, HttpServerRequest request) {
        PasswordRules.refuseOverlong(password);
        var claim = QuarkusTransaction.requiringNew().call(() -> claim(name, request));
        boolean right = matches(claim, password);
        var person = claim.person().filter(p -> right && p.disabledAt == null);
        if (person.isEmpty()) {
            claim.person().map(p -> p.id).ifPresentOrElse(this::failed, this::failedForNobody);
            return person;
        }
        claim.limits().succeeded(throttle);
        renewHash(person.get().id, claim.secret().orElseThrow(), password);
        return person;
    }

    /** Whether somebody who is signed in knows the password of the account. */
    public boolean prove(Person person, String password, HttpServerRequest request) {
        return prove(person.email, password, request).isPresent();
    }

    private Claim claim(String name, HttpServerRequest request) {
        var person = EmailAddress.of(name).flatMap(Person::withEmail);
        var secret =
                person.flatMap(p -> PasswordIdentity.<PasswordIdentity>findByIdOptional(p.id))
                        .map(identity -> identity.secret);
        var device =
                person.filter(p -> sessions.isKnownDevice(p.id, request))
                        .flatMap(p -> sessions.deviceKey(request));
        return new Claim(person, secret, LoginLimits.of(limits, name, device, request));
    }

    private boolean matches(Claim claim, String password) {
        try {
            claim.limits().check(throttle);
            return passwords.match(password, claim.secret(), () -> claim.limits().take(throttle));
        } catch (Problem problem) {
            if (problem.status() == 429) {
                audit.record(
                        claim.person().map(p -> p.id).orElse(null),
                        AuditAction.LOGIN_THROTTLED,
                        claim.person()
                                .map(p -> AuditSubject.person(p.id))
                                .orElse(AuditSubject.NONE),
                        Map.of());
            }
            throw problem;
        }
    }

    private void failed(UUID personId) {
        audit.record(null, AuditAction.LOGIN_FAILED, AuditSubject.person(personId), Map.of());
    }

    /** What was typed is not written down: it may be a password in the wrong field. */
    private void failedForNobody() {
        audit.record(null, AuditAction.LOGIN_FAILED, AuditSubject.NONE, Map.of());
    }

    private void renewHash(UUID personId, String secret, String password) {
        if (passwords.isOutdated(secret)) {
            var renewed = passwords.hashed(password);
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            PasswordIdentity.update(
                                    "secret = ?1 where personId = ?2 and secret = ?3",
                                    renewed,
                                    personId,
                                    secret));
        }
    }
}
