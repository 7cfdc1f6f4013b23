package descent.account.session;

import descent.shared.Token;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Knows people by the cookie of their session. A cookie that is not (or no more) good makes a
 * visitor, not an error.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    /** What the cookie says. */
    static final class SessionRequest extends BaseAuthenticationRequest {
        private final Token token;

        SessionRequest(Token token) {
            this.token = token;
        }

        Token token() {
            return token;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager providers) {
        return Sessions.token(request.request())
                .map(token -> providers.authenticate(new SessionRequest(token)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, null, null));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
