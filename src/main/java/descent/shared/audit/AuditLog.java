package descent.shared.audit;

import descent.shared.web.ClientAddress;
import descent.shared.web.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, on whom, when and from where. Written in the transaction of the deed; never changed
 * and never removed by this program.
 */
@ApplicationScoped
public class AuditLog {
    private final CurrentIdentityAssociation identity;
    private final CurrentVertxRequest request;
    private final Clock clock;

    AuditLog(CurrentIdentityAssociation identity, CurrentVertxRequest request, Clock clock) {
        this.identity = identity;
        this.request = request;
        this.clock = clock;
    }

    /** Something that the sender of the current request did, or the program where there is none. */
    @Transactional
    public void record(AuditAction action, AuditSubject subject, Map<String, String> detail) {
        record(actor().orElse(null), action, subject, detail);
    }

    public void record(AuditAction action, AuditSubject subject) {
        record(action, subject, Map.of());
    }

    /** Something that a person did who is not signed in (yet, or any more). */
    @Transactional
    public void record(
            @Nullable UUID actorId,
            AuditAction action,
            AuditSubject subject,
            Map<String, String> detail) {
        new AuditEntry(clock.instant(), actorId, action, subject, detail, address()).persist();
    }

    /** In a transaction of its own: the one that was refused is rolled back. */
    void refused(@Observes Refusal refusal) {
        actor().ifPresent(person ->
                QuarkusTransaction.requiringNew()
                        .run(() ->
                                record(
                                        person,
                                        AuditAction.REFUSED,
                                        AuditSubject.NONE,
                                        Map.of(
                                                "request",
                                                refusal.request(),
                                                "status",
                                                String.valueOf(refusal.status())))));
    }

    private Optional<UUID> actor() {
        if (!isInRequest() || identity.getIdentity().isAnonymous()) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(identity.getIdentity().getPrincipal().getName()));
    }

    private String address() {
        return isInRequest() ? ClientAddress.of(request.getCurrent().request()).text() : "";
    }

    private boolean isInRequest() {
        try {
            return request.getCurrent() != null;
        } catch (ContextNotActiveException e) {
            return false;
        }
    }
}
