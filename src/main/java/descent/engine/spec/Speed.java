package descent.engine.spec;

import java.time.Duration;

/**
 * How fast a machine trains, in nanoseconds, as measured when the program starts there. Not exact:
 * other work on the machine is not in it, nor an end before all steps are done.
 *
 * @param layerStep a step's way through a layer, without what follows
 * @param multiplyAdd one of a matrix product
 * @param number a float32 number that a layer keeps for an example: activations and their slopes
 * @param updateOperation an addition or so of the optimizer, for one weight
 */
public record Speed(double layerStep, double multiplyAdd, double number, double updateOperation) {
    /** A part that took less than can be told still takes something. */
    private static final double LEAST = 1e-4;

    public Speed {
        layerStep = Math.max(LEAST, layerStep);
        multiplyAdd = Math.max(LEAST, multiplyAdd);
        number = Math.max(LEAST, number);
        updateOperation = Math.max(LEAST, updateOperation);
    }

    /** What a run would take on one processor of that machine, if it does all its steps. */
    public Duration estimate(ExperimentSpec spec) {
        var cost = spec.cost();
        double recording = cost.recordingMultiplyAdds() * multiplyAdd;
        return Duration.ofNanos((long) (steps(spec, cost.steps()) + recording));
    }

    /** Nanoseconds of the first so many steps, without what is recorded. */
    public double steps(ExperimentSpec spec, long steps) {
        var work = Work.of(spec, steps);
        return work.layerSteps() * layerStep
                + work.multiplyAdds() * multiplyAdd
                + work.numbers() * number
                + work.updateOperations() * updateOperation;
    }

    /** What so many steps consist of, each part in its unit. */
    public record Work(
            double layerSteps, double multiplyAdds, double numbers, double updateOperations) {
        public static Work of(ExperimentSpec spec, long steps) {
            var cost = spec.cost();
            var shape = spec.shape();
            double share = (double) steps / cost.steps();
            double examples = (double) steps * spec.batch().sizeFor(spec.data().trainingRows());
            return new Work(
                    (double) steps * shape.layers(),
                    share * cost.trainingMultiplyAdds(),
                    examples * shape.numbersPerExample(),
                    share * cost.updateOperations());
        }
    }
}
