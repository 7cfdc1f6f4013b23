package descent.account.login;

import descent.account.Person;
import descent.account.link.OneTimeLink;
import descent.account.link.OneTimeLink.Purpose;
import descent.shared.Token;
import descent.shared.web.LocalPath;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Bridges the moment between the password and the one-time code: nobody is signed in yet. */
@ApplicationScoped
class SecondStep {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String REMEMBER = "remember ";

    private final Clock clock;

    SecondStep(Clock clock) {
        this.clock = clock;
    }

    /** Whose password was proven, and what was asked for with it. */
    record Login(Person person, boolean remember, LocalPath from) {}

    @Transactional
    Token begin(Person person, boolean remember, LocalPath from) {
        return OneTimeLink.issue(
                Purpose.SECOND_STEP,
                person.id,
                (remember ? REMEMBER : "") + from,
                LIFE,
                clock.instant());
    }

    /**
     * @throws Problem 409 when it took too long
     */
    @Transactional
    Login open(Token token) {
        var step =
                OneTimeLink.good(token, Purpose.SECOND_STEP, clock.instant())
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "This took too long. Sign in again from the start."));
        boolean remember = step.about.startsWith(REMEMBER);
        return new Login(
                Person.findById(step.owner()),
                remember,
                LocalPath.of(remember ? step.about.substring(REMEMBER.length()) : step.about));
    }

    @Transactional
    void end(Token token) {
        OneTimeLink.deleteById(token.hash());
    }
}
