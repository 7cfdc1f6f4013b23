package descent.run.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How much people may have trained. */
@ConfigMapping(prefix = "descent.run")
public interface BudgetConfig {
    @WithName("budget.learner")
    Learner learner();

    @WithName("budget.author")
    Author author();

    /** Waiting runs of one person; more are refused until some are done. */
    @WithDefault("5")
    int waitingPerPerson();

    /** Waiting runs of all people. */
    @WithDefault("100")
    int waitingInAll();

    /** Of a processor's time, to compile the engine's kernels by use when the program starts. */
    @WithDefault("5s")
    Duration warmUp();

    /** How long a run is kept after it was asked for; then its settings bring it back. */
    @WithDefault("90d")
    Duration kept();

    /**
     * Multiply-adds between two looks at whether a run is to end, for everybody: a fifth of a
     * second on a slow core.
     */
    @WithDefault("2000000000")
    long stretch();

    /** What one run may ask for, and a person in a day. */
    interface Limits {
        /** Weights and biases. */
        long parameters();

        /** Multiply-adds of the whole run, forward and backward. */
        long multiplyAdds();

        /** Weights, gradients, optimizer state, activations and data. */
        long bytes();

        /** Recorded points and snapshots, as numbers. */
        long recordedNumbers();

        /** While it runs: an estimate can be wrong, a clock is not. */
        Duration wall();

        /** Of a processor's time, each day. */
        Duration daily();
    }

    /** For learners. 2e11 multiply-adds are some seconds of one core. */
    interface Learner extends Limits {
        @Override
        @WithDefault("200000")
        long parameters();

        @Override
        @WithDefault("200000000000")
        long multiplyAdds();

        @Override
        @WithDefault("64000000")
        long bytes();

        @Override
        @WithDefault("2000000")
        long recordedNumbers();

        @Override
        @WithDefault("20s")
        Duration wall();

        @Override
        @WithDefault("10m")
        Duration daily();
    }

    /** For authors and admins, and for the recording of presets. */
    interface Author extends Limits {
        @Override
        @WithDefault("2000000")
        long parameters();

        @Override
        @WithDefault("2000000000000")
        long multiplyAdds();

        @Override
        @WithDefault("512000000")
        long bytes();

        @Override
        @WithDefault("8000000")
        long recordedNumbers();

        @Override
        @WithDefault("2m")
        Duration wall();

        @Override
        @WithDefault("2h")
        Duration daily();
    }
}
