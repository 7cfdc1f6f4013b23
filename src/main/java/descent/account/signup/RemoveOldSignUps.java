package descent.account.signup;

import descent.account.AccountConfig;
import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Removes sign-ups whose link nobody has followed in time. */
@ApplicationScoped
class RemoveOldSignUps implements RecurringJob {
    private final AccountConfig.Links lives;
    private final Clock clock;

    RemoveOldSignUps(AccountConfig config, Clock clock) {
        this.lives = config.link();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remove-old-sign-ups";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        PendingSignUp.delete("createdAt < ?1", clock.instant().minus(lives.signUp()));
    }
}
