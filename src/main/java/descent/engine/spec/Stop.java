package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.Optional;

/**
 * When a run ends: whatever comes first.
 *
 * @param steps 0 for no limit of steps
 * @param epochs 0 for no limit of epochs; with both 0 a run has {@value #USUAL_STEPS} steps
 * @param lossAbove a loss above this counts as diverged, as NaN and infinity do
 */
public record Stop(
        @Range(min = 0, max = 10_000_000) @Or("0") int steps,
        @Range(min = 0, max = 1_000_000) @Or("0") int epochs,
        Optional<Target> target,
        Optional<EarlyStopping> earlyStopping,
        @Range(min = 1, max = 1e30) @Or("1e9") double lossAbove) {
    private static final int USUAL_STEPS = 1000;

    public Stop {
        if (steps == 0 && epochs == 0) steps = USUAL_STEPS;
        Bounds.check(Stop.class, steps, epochs, target, earlyStopping, lossAbove);
    }

    /** The most steps, where an epoch has so many. */
    public long steps(int stepsPerEpoch) {
        long byEpochs = (long) epochs * stepsPerEpoch;
        if (epochs == 0) return steps;
        return steps == 0 ? byEpochs : Math.min(steps, byEpochs);
    }
}
