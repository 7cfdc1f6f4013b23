package descent.engine.training;

import descent.engine.NumberText;
import descent.engine.data.Dataset;
import descent.engine.data.PreparedData;
import descent.engine.diagnostics.Evaluation;
import descent.engine.diagnostics.Evaluator;
import descent.engine.loss.LossBuffers;
import descent.engine.nn.Network;
import descent.engine.regularization.Regularizer;
import descent.engine.spec.ExperimentSpec;
import descent.engine.tensor.Kernels;
import descent.engine.tensor.RandomStream;
import descent.engine.training.RunResult.Divergence;
import descent.engine.training.RunResult.End;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of an experiment, on one thread. What it records is the same for the same spec, to the
 * last bit, whatever the machine, its load and the vectors it has.
 */
public final class Trainer {
    private final ExperimentSpec spec;
    private final PreparedData data;
    private final Network network;
    private final Evaluator evaluator;
    private final TrainingStep training;
    private final Epochs epochs;
    private final Recorder recorder;
    private final LayerRecorder layers;
    private final @Nullable SnapshotRecorder snapshots;
    private final StopRule stop;
    private final LearningRate learningRate;
    private final long steps;
    private final int interval;
    private double batchLoss = Double.NaN;
    private final long perExample;
    private long examples;
    private long points;

    private Trainer(ExperimentSpec spec, Kernels kernels) {
        this.spec = spec;
        data = PreparedData.of(spec.data(), stream(spec.seed().data(), RandomStream.Purpose.DATA));
        var encoding = spec.encoding();
        int capacity = spec.capacity();
        network =
                new Network(
                        spec.builtNetwork(),
                        spec.data().networkInputs(),
                        encoding.outputs(),
                        capacity,
                        kernels,
                        stream(spec.seed().initial(), RandomStream.Purpose.INITIAL_WEIGHTS),
                        stream(spec.seed().dropout(), RandomStream.Purpose.DROPOUT));
        var buffers = LossBuffers.of(kernels, capacity, encoding.outputs());
        var trainingTargets = encoding.encode(data.training());
        var validationTargets = encoding.encode(data.validation());
        var regularizer = new Regularizer(spec.regularization(), network.parameters());
        evaluator = new Evaluator(network, spec.loss(), buffers, encoding, capacity);
        training =
                new TrainingStep(
                        network,
                        spec.loss(),
                        buffers,
                        spec.optimizer(),
                        spec.clipping(),
                        regularizer);
        epochs =
                new Epochs(
                        new Epochs.Batch(data.training().inputs(), trainingTargets),
                        spec.batch(),
                        kernels,
                        stream(spec.seed().order(), RandomStream.Purpose.ORDER));
        layers = new LayerRecorder(spec.record().layers(), network);
        recorder =
                new Recorder(
                        spec,
                        data,
                        trainingTargets,
                        validationTargets,
                        evaluator,
                        regularizer,
                        layers);
        snapshots =
                spec.record()
                        .snapshots()
                        .map(wanted ->
                                new SnapshotRecorder(
                                        spec,
                                        wanted,
                                        data,
                                        trainingTargets,
                                        validationTargets,
                                        network,
                                        evaluator,
                                        capacity))
                        .orElse(null);
        stop = new StopRule(spec.stop(), recorder, network.parameters());
        steps = spec.steps();
        perExample = spec.shape().forward() + spec.shape().backward();
        interval = spec.record().interval(steps);
        learningRate = new LearningRate(spec.optimizer().learningRate(), spec.schedule(), steps);
    }

    /** Draws the data and builds the network, ready to run once. */
    public static Trainer of(ExperimentSpec spec) {
        return of(spec, Kernels.best());
    }

    /** On kernels of choice; the figures are the same on all. */
    public static Trainer of(ExperimentSpec spec, Kernels kernels) {
        return new Trainer(spec, kernels);
    }

    private static RandomStream stream(long seed, RandomStream.Purpose purpose) {
        return RandomStream.of(seed, purpose);
    }

    public RunHeader header() {
        return new RunHeader(
                recorder.figures(),
                layers.layers(),
                network.parameters().count(),
                steps,
                epochs.batches(),
                interval);
    }

    /** The data, for who wants to show it. */
    public PreparedData data() {
        return data;
    }

    /**
     * Runs to the end, on the calling thread.
     *
     * @param cancelled asked before every step; the run ends within one step of its saying so
     */
    public RunResult run(TrainingListener listener, BooleanSupplier cancelled) {
        long began = System.nanoTime();
        listener.started(header());
        var first = record(0, listener, false);
        if (first.isPresent()) return result(first.get(), 0, began);
        for (long step = 0; step < steps; step++) {
            if (cancelled.getAsBoolean()) return result(new Ending(End.CANCELLED), step, began);
            boolean last = step + 1 == steps;
            boolean recorded = last || (step + 1) % interval == 0;
            var diverged = step(step, recorded);
            if (diverged.isPresent()) return result(diverged.get(), step, began);
            if (!recorded) continue;
            var ending = record(step + 1, listener, last);
            if (ending.isPresent()) return result(ending.get(), step + 1, began);
        }
        return result(new Ending(End.FINISHED), steps, began);
    }

    private record Ending(End end, Optional<Divergence> divergence) {
        Ending(End end) {
            this(end, Optional.empty());
        }
    }

    private Optional<Ending> step(long step, boolean recorded) {
        var batch = epochs.at(step);
        examples += batch.size();
        batchLoss = training.gradients(batch.inputs(), batch.targets(), step);
        if (!(batchLoss <= spec.stop().lossAbove()))
            return Optional.of(diverged(step + 1, batchLoss, network.firstNotFinite()));
        if (recorded) layers.beforeUpdate();
        training.update(learningRate.at(step), step);
        if (recorded) layers.afterUpdate();
        return Optional.empty();
    }

    private Optional<Ending> record(long step, TrainingListener listener, boolean last) {
        double rate = learningRate.at(Math.max(0, step - 1));
        double epoch = (double) step / epochs.batches();
        var point = recorder.point(step, epoch, batchLoss, rate);
        double loss = recorder.trainingLoss(point);
        if (!(loss <= spec.stop().lossAbove()))
            return Optional.of(
                    diverged(
                            Math.max(1, step),
                            loss,
                            evaluator.firstNotFinite(data.training().inputs())));
        listener.recorded(point);
        learningRate.heard(recorder.watchedLoss(point));
        var end = stop.after(point);
        if (snapshots != null
                && (last
                        || end.isPresent()
                        || points % spec.record().snapshots().orElseThrow().every() == 0))
            listener.recorded(snapshots.take(step));
        points++;
        return end.map(Ending::new);
    }

    private Ending diverged(long step, double loss, String layer) {
        var problem =
                Double.isFinite(loss)
                        ? "the loss is "
                                + NumberText.of(loss)
                                + ", above "
                                + NumberText.of(spec.stop().lossAbove())
                        : "the loss is " + (Double.isNaN(loss) ? "not a number" : "infinite");
        return new Ending(End.DIVERGED, Optional.of(new Divergence(step, layer, problem)));
    }

    private RunResult result(Ending ending, long done, long began) {
        boolean restored = ending.end() == End.STOPPED_EARLY;
        long finalStep = restored ? stop.restore(done) : done;
        boolean tested = ending.end().isValue() && ending.end() != End.DIVERGED;
        return new RunResult(
                ending.end(),
                done,
                finalStep,
                ending.divergence(),
                tested && data.test().size() > 0
                        ? Optional.of(test(data.test()))
                        : Optional.empty(),
                examples * perExample,
                System.nanoTime() - began);
    }

    private Evaluation test(Dataset test) {
        return evaluator.evaluate(test.inputs(), spec.encoding().encode(test), _ -> {});
    }
}
