package descent.account;

import descent.account.OneTimeLink.Purpose;
import descent.shared.web.Addresses;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * While there is no admin, each start prints a link that makes one. There is no account that
 * everybody knows.
 */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final Duration LIFE = Duration.ofDays(1);

    private final SignUp signUp;
    private final Addresses addresses;
    private final Clock clock;

    FirstAdmin(SignUp signUp, Addresses addresses, Clock clock) {
        this.signUp = signUp;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Transactional
    void offer(@Observes StartupEvent start) {
        if (Person.count("role", Role.ADMIN) == 0) {
            var token = Token.random();
            new OneTimeLink(token, Purpose.FIRST_ADMIN, LIFE, clock.instant()).persist();
            LOG.infof(
                    "There is no admin yet. Become it, once, within a day: %s",
                    addresses.absolute("/first-admin/" + token.text()));
        }
    }

    @Transactional
    boolean isGood(Token token) {
        return OneTimeLink.good(token, Purpose.FIRST_ADMIN, clock.instant()).isPresent();
    }

    /** The link stays good when the account is refused for what was typed. */
    @Transactional
    SignUp.Outcome become(Token token, NewAccount account) {
        var link =
                OneTimeLink.good(token, Purpose.FIRST_ADMIN, clock.instant())
                        .orElseThrow(FirstAdminPages::linkIsOver);
        var outcome = signUp.signUp(account, Role.ADMIN);
        if (outcome instanceof SignUp.Outcome.Done) {
            link.usedAt = clock.instant();
        }
        return outcome;
    }
}
