package descent.account.signup;

import descent.account.Person;
import descent.account.Role;
import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.shared.Token;
import descent.shared.replica.Replica;
import descent.shared.web.Addresses;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
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
    private final Replica replica;

    FirstAdmin(SignUp signUp, Addresses addresses, Clock clock, Replica replica) {
        this.signUp = signUp;
        this.addresses = addresses;
        this.clock = clock;
        this.replica = replica;
    }

    @Transactional
    void offer(@Observes StartupEvent start) {
        if (replica.servesPages() && Person.count("role", Role.ADMIN) == 0) {
            var token = OneTimeLink.issue(Purpose.FIRST_ADMIN, "", LIFE, clock.instant());
            LOG.infof(
                    "There is no admin yet. Become it, once, within a day: %s",
                    addresses.absolute("/first-admin/" + token.text()));
        }
    }

    @Transactional
    boolean isGood(Token token) {
        return OneTimeLink.good(token, Purpose.FIRST_ADMIN, clock.instant()).isPresent();
    }

    /**
     * The link stays good when the account is refused for what was typed. With the first admin all
     * such links die, of this start, of earlier ones and of other replicas.
     */
    @Transactional
    SignUp.Immediate become(Token token, NewAccount account) {
        OneTimeLink.find("purpose", Purpose.FIRST_ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        if (!isGood(token)) {
            throw FirstAdminPages.linkIsOver();
        }
        var outcome = signUp.make(account, Role.ADMIN);
        if (outcome instanceof SignUp.Done) {
            OneTimeLink.delete("purpose", Purpose.FIRST_ADMIN);
        }
        return outcome;
    }
}
