package descent.engine.training;

import descent.engine.nn.Parameters;
import descent.engine.spec.EarlyStopping;
import descent.engine.spec.Stop;
import descent.engine.training.RunResult.End;
import java.util.Optional;

/** Says after each point whether the run goes on. */
final class StopRule {
    private final Stop stop;
    private final Recorder recorder;
    private final Parameters parameters;
    private final float[] bestWeights;
    private double best = Double.NaN;
    private long bestStep;
    private int waited;

    StopRule(Stop stop, Recorder recorder, Parameters parameters) {
        this.stop = stop;
        this.recorder = recorder;
        this.parameters = parameters;
        boolean restores = stop.earlyStopping().filter(EarlyStopping::restoreBest).isPresent();
        bestWeights = new float[restores ? parameters.values().length : 0];
    }

    /** Why to end here, if so. */
    Optional<End> after(Point point) {
        var target = stop.target();
        if (target.isPresent()
                && target.get().reachedBy(recorder.value(target.get().figure(), point)))
            return Optional.of(End.REACHED_TARGET);
        var early = stop.earlyStopping();
        return early.isPresent() && isLate(early.get(), point)
                ? Optional.of(End.STOPPED_EARLY)
                : Optional.empty();
    }

    private boolean isLate(EarlyStopping early, Point point) {
        double value = recorder.value(early.figure(), point);
        double gain = early.figure().isAccuracy() ? value - best : best - value;
        if (Double.isNaN(best) || gain > early.minDelta()) {
            best = value;
            bestStep = point.step();
            waited = 0;
            System.arraycopy(parameters.values(), 0, bestWeights, 0, bestWeights.length);
            return false;
        }
        return ++waited >= early.patience();
    }

    /**
     * Brings the best weights back, where that was asked for.
     *
     * @return the step whose weights the network has now
     */
    long restore(long step) {
        if (bestWeights.length == 0) return step;
        System.arraycopy(bestWeights, 0, parameters.values(), 0, bestWeights.length);
        return bestStep;
    }
}
