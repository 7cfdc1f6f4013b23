package descent.run;

import descent.account.Role;
import descent.account.TestPeople;
import descent.engine.spec.ExperimentSpec;
import descent.testing.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Learners for tests who ask for runs. */
@ApplicationScoped
public class TestLearners {
    private final RequestRun requestRun;
    private final CancelExperiment cancelExperiment;
    private final Experiments experiments;
    private final TestPeople people;

    TestLearners(
            RequestRun requestRun,
            CancelExperiment cancelExperiment,
            Experiments experiments,
            TestPeople people) {
        this.requestRun = requestRun;
        this.cancelExperiment = cancelExperiment;
        this.experiments = experiments;
        this.people = people;
    }

    /** Somebody new. */
    public Learner somebody() {
        return new Learner(people.signedUp(Role.LEARNER));
    }

    public final class Learner {
        final UUID id;

        private Learner(UUID id) {
            this.id = id;
        }

        public UUID asks(ExperimentSpec spec) {
            return requestRun.request(
                    spec, new RunRequest(id, "training-deep-networks", null, "test"));
        }

        void cancels(UUID experiment) {
            cancelExperiment.cancel(experiment, id);
        }

        Experiments.View sees(UUID experiment) {
            return experiments.view(experiment, id);
        }

        public Experiments.View seesTheEndOf(UUID experiment) {
            return Eventually.get(
                    "the end of the run", () -> sees(experiment), view -> view.state().isEnd());
        }

        void seesRecordsOf(UUID experiment, int number) {
            Eventually.get(
                    number + " records", () -> sees(experiment), view -> view.records() >= number);
        }

        String recordsOf(UUID experiment) {
            return experiments.records(experiment, id);
        }
    }
}
