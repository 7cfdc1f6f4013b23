package descent.account;

import descent.account.SessionMechanism.SessionRequest;
import descent.shared.web.Frame;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Looks up who holds a session. */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<SessionRequest> {
    private final Clock clock;
    private final AccountConfig config;

    SessionIdentities(Clock clock, AccountConfig config) {
        this.clock = clock;
        this.config = config;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> QuarkusTransaction.requiringNew().call(() -> identity(request.token())));
    }

    private SecurityIdentity identity(Token token) {
        var now = clock.instant();
        Session session = Session.findById(token.hash());
        if (session == null || !session.liveAt(now, config.session())) {
            return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        }
        session.seen(now);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.person.id.toString()))
                .addRoles(session.person.role.names())
                .addAttribute(Frame.NAME_ATTRIBUTE, session.person.name)
                .addAttribute(CurrentPerson.ATTRIBUTE, session.person.id)
                .build();
    }
}
