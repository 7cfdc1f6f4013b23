package descent.engine.training;

import descent.engine.optimizer.LearningRateSchedule;
import descent.engine.optimizer.Schedule;

/** The learning rate of each step: the optimizer's, times the schedule's factor. */
final class LearningRate {
    private final double base;
    private final LearningRateSchedule schedule;
    private final long steps;
    private double plateauFactor = 1;
    private double best = Double.POSITIVE_INFINITY;
    private int waited;

    LearningRate(double base, LearningRateSchedule schedule, long steps) {
        this.base = base;
        this.schedule = schedule;
        this.steps = steps;
    }

    /** Of step 0, 1, …. */
    double at(long step) {
        return base * schedule.factor(step, steps) * plateauFactor;
    }

    /** A recorded loss, for the schedule that waits for plateaus. */
    void heard(double loss) {
        if (!(schedule.schedule() instanceof Schedule.ReduceOnPlateau plateau)) return;
        if (loss < best - plateau.minDelta()) {
            best = loss;
            waited = 0;
        } else if (++waited >= plateau.patience()) {
            plateauFactor *= plateau.factor();
            waited = 0;
        }
    }
}
