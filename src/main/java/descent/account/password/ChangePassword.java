package descent.account.password;

import descent.account.Complaint;
import descent.account.Complaint.Kind;
import descent.account.Person;
import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.account.notice.Notice;
import descent.account.notice.Notices;
import descent.account.session.Sessions;
import descent.shared.Token;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives a person a new password: by the old one, or by a link. All sessions end but the one in
 * which it was done.
 */
@ApplicationScoped
class ChangePassword {
    private final Passwords passwords;
    private final PasswordRules rules;
    private final ProvePassword prove;
    private final Sessions sessions;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    ChangePassword(
            Passwords passwords,
            PasswordRules rules,
            ProvePassword prove,
            Sessions sessions,
            Notices notices,
            AuditLog audit,
            Clock clock) {
        this.passwords = passwords;
        this.rules = rules;
        this.prove = prove;
        this.sessions = sessions;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return what is wrong, by field; empty when it is done
     */
    Map<String, Complaint> byOldPassword(
            Person person, String current, String wanted, HttpServerRequest request) {
        if (!prove.prove(person, current, request)) {
            return Map.of("current", Complaint.of(Kind.PASSWORD_WRONG));
        }
        var refusal = rules.refusal(wanted, List.of(person.name, person.email));
        if (refusal.isPresent()) {
            return Map.of("password", refusal.get());
        }
        var secret = passwords.hashed(wanted);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    set(person.id, secret);
                    sessions.renewAndEndOthers(request);
                });
        return Map.of();
    }

    /** Whose password the link changes; empty when it is over. */
    Optional<Person> owner(Token token) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        OneTimeLink.good(token, Purpose.PASSWORD, clock.instant())
                                .map(OneTimeLink::owner)
                                .flatMap(id -> Person.<Person>findByIdOptional(id)))
                .filter(person -> person.disabledAt == null);
    }

    /**
     * @return why the password is not taken; empty when it is done
     */
    Optional<Complaint> byLink(Token token, String wanted) {
        var person = owner(token).orElseThrow(ResetPages::linkIsOver);
        var refusal = rules.refusal(wanted, List.of(person.name, person.email));
        if (refusal.isPresent()) {
            return refusal;
        }
        var secret = passwords.hashed(wanted);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    // Once more: two may have come with the same link at the same time.
                    var link =
                            OneTimeLink.good(token, Purpose.PASSWORD, clock.instant())
                                    .orElseThrow(ResetPages::linkIsOver);
                    link.delete();
                    set(person.id, secret);
                    sessions.endAll(person.id);
                });
        return Optional.empty();
    }

    private void set(UUID personId, String secret) {
        PasswordIdentity.<PasswordIdentity>findByIdOptional(personId)
                .ifPresentOrElse(
                        identity -> identity.change(secret, clock.instant()),
                        () -> new PasswordIdentity(personId, secret, clock.instant()).persist());
        OneTimeLink.revoke(Purpose.PASSWORD, personId);
        notices.tell(Person.findById(personId), Notice.PASSWORD_CHANGED);
        audit.record(
                personId, AuditAction.PASSWORD_CHANGED, AuditSubject.person(personId), Map.of());
    }
}
