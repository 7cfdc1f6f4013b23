package descent.engine.training;

import descent.engine.diagnostics.Evaluation;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param end why
 * @param steps that were done
 * @param finalStep the recorded point that has the final weights: the last, or the best where early
 *     stopping brought those back
 * @param divergence where and how, if it diverged
 * @param test figures on the test examples, if there are any and the run has final weights
 * @param multiplyAdds of the matrix products of these steps: the work that was done, whatever is
 *     recorded
 * @param nanoseconds that it took; not a figure of the run, the only one that differs by machine
 */
public record RunResult(
        End end,
        long steps,
        long finalStep,
        Optional<Divergence> divergence,
        Optional<Evaluation> test,
        long multiplyAdds,
        long nanoseconds) {

    /** Why a run ended. */
    public enum End {
        /** All steps are done. */
        FINISHED,
        /** Its target is reached. */
        REACHED_TARGET,
        /** A figure no longer got better. */
        STOPPED_EARLY,
        /** A loss is NaN, infinite or above its bound. */
        DIVERGED,
        /** It was asked to end. */
        CANCELLED;

        /**
         * Whether the same spec would always end so: whether the run may be kept and shown again.
         */
        public boolean isValue() {
            return this != CANCELLED;
        }
    }

    /**
     * @param step the step that went wrong, from 1
     * @param layer the first layer, from the input on, with a number that is not finite; "loss"
     *     where all are finite and only the loss is too large
     * @param problem in words
     */
    public record Divergence(long step, String layer, String problem) {}
}
