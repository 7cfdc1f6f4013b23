package descent.account.session;

import descent.account.AccountConfig;
import descent.account.Role;
import descent.account.session.SessionMechanism.SessionRequest;
import descent.account.setting.SiteSettings;
import descent.shared.Token;
import descent.shared.entrance.RequestLog;
import descent.shared.web.IdentityAttributes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks up who holds a session, and which roles it gives at the moment. An admin whose password was
 * typed too long ago, or who has yet to set up one-time codes, is an author until then: no admin
 * page has to think of that.
 */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<SessionRequest> {
    private static final String PASSWORD_AGAIN = "/login/again";
    private static final String SET_UP_CODES = "/account/codes";

    private final Clock clock;
    private final AccountConfig config;
    private final SiteSettings settings;

    SessionIdentities(Clock clock, AccountConfig config, SiteSettings settings) {
        this.clock = clock;
        this.config = config;
        this.settings = settings;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                        QuarkusTransaction.requiringNew().call(() -> identity(request.token())))
                .invoke(RequestLog::tell);
    }

    private SecurityIdentity identity(Token token) {
        var now = clock.instant();
        Session session = Session.findById(token.hash());
        if (session == null || !session.isLive(config.session(), now)) {
            return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        }
        session.seen(now);
        var stepUp = stepUp(session, now);
        var identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(session.person.id.toString()))
                        .addRoles(role(session, stepUp.isPresent()).names())
                        .addAttribute(IdentityAttributes.NAME, session.person.name)
                        .addAttribute(IdentityAttributes.ZONE, session.person.timeZone.getId());
        stepUp.ifPresent(path -> identity.addAttribute(IdentityAttributes.STEP_UP, path));
        if (session.viewedCourse != null) {
            identity.addAttribute(IdentityAttributes.VIEWED_COURSE, session.viewedCourse);
        }
        return identity.build();
    }

    private static Role role(Session session, boolean adminAsleep) {
        if (session.viewedCourse != null) {
            return Role.LEARNER;
        }
        return adminAsleep ? Role.AUTHOR : session.person.role;
    }

    /** Where an admin has to go before the next admin page. */
    private Optional<String> stepUp(Session session, Instant now) {
        if (session.person.role != Role.ADMIN || session.viewedCourse != null) {
            return Optional.empty();
        }
        if (!session.isFresh(config.session(), now)) {
            return Optional.of(PASSWORD_AGAIN);
        }
        return session.person.codesSince == null && settings.adminsNeedCodes()
                ? Optional.of(SET_UP_CODES)
                : Optional.empty();
    }
}
