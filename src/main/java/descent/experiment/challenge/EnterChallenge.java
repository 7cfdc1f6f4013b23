package descent.experiment.challenge;

import descent.engine.spec.ExperimentSpec;
import descent.experiment.challenge.Entry.State;
import descent.run.RequestRun;
import descent.run.RunRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Takes part in a challenge: asks for the run that decides, through the queue and within the budget
 * of whoever enters. The same configuration again is the same entry.
 */
@ApplicationScoped
class EnterChallenge {
    private static final int NAME_MAX = 80;

    private final RequestRun requestRun;
    private final Clock clock;

    EnterChallenge(RequestRun requestRun, Clock clock) {
        this.requestRun = requestRun;
        this.clock = clock;
    }

    /**
     * @param spec of these settings, within the limits of the challenge
     * @throws descent.shared.web.Problem 422 over the budget, 429 too much at once or today, 503
     *     the queue is full
     */
    @Transactional
    void enter(
            UUID person, String course, Trial trial, List<String> settings, ExperimentSpec spec) {
        Entry.oneByOne(person);
        var before = Entry.same(person, course, trial, spec.hash());
        if (before.isPresent() && before.get().state != State.WITHOUT) {
            return;
        }
        var experiment = requestRun.request(spec, request(person, course, trial));
        before.ifPresentOrElse(
                entry -> entry.tryAgain(experiment),
                () ->
                        new Entry(
                                        person,
                                        course,
                                        trial,
                                        settings,
                                        spec.hash(),
                                        experiment,
                                        clock.instant())
                                .persist());
    }

    private static RunRequest request(UUID person, String course, Trial trial) {
        var name = "Challenge: " + trial.challenge().title();
        return new RunRequest(
                person, course, null, name.substring(0, Math.min(name.length(), NAME_MAX)));
    }
}
