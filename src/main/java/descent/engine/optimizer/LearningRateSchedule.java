package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Or;
import descent.engine.Range;

/**
 * A schedule with a warm-up before it.
 *
 * @param warmup the first so many steps rise linearly: times (s + 1) / warmup
 */
public record LearningRateSchedule(
        @Inline @Or("constant") Schedule schedule,
        @Range(min = 0, max = 1_000_000) @Or("0") int warmup) {
    public LearningRateSchedule {
        Bounds.check(LearningRateSchedule.class, schedule, warmup);
    }

    /** What the optimizer's learning rate is multiplied by in step s = 0, 1, …. */
    public double factor(long step, long steps) {
        double warm = step < warmup ? (step + 1.0) / warmup : 1;
        return warm * schedule.factor(step, steps);
    }
}
