package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.EngineVersion;
import descent.engine.Or;
import descent.engine.OutOfBounds;
import descent.engine.Range;
import descent.engine.data.DataSpec;
import descent.engine.loss.Loss;
import descent.engine.nn.LayerSpec;
import descent.engine.nn.NetworkShape;
import descent.engine.nn.NetworkSpec;
import descent.engine.optimizer.Clipping;
import descent.engine.optimizer.LearningRateSchedule;
import descent.engine.optimizer.Optimizer;
import descent.engine.regularization.Regularization;
import descent.engine.tensor.Activation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One training run, complete: whoever has this and the engine's version has the run, to the last
 * bit. It is data, never code, and every field of it is bounded.
 *
 * @param version of this format
 * @param record what the run writes down
 */
public record ExperimentSpec(
        @Range(min = 1, max = 1) @Or("1") int version,
        @Or("1") Seeds seed,
        DataSpec data,
        NetworkSpec network,
        @Or("meanSquaredError") Loss loss,
        @Or("sgd") Optimizer optimizer,
        LearningRateSchedule schedule,
        Batching batch,
        Regularization regularization,
        @Or("none") Clipping clipping,
        Stop stop,
        Recording record) {
    private static final long MOST_PARAMETERS = 4_000_000;
    private static final long MOST_POINTS = 10_000;
    private static final int EVALUATED_AT_ONCE = 256;

    public ExperimentSpec {
        Bounds.check(
                ExperimentSpec.class,
                version,
                seed,
                data,
                network,
                loss,
                optimizer,
                schedule,
                batch,
                regularization,
                clipping,
                stop,
                record);
        var encoding = Encoding.of(data.source().task(), loss, network.output().activation());
        var shape = NetworkShape.of(network, data.networkInputs(), encoding.outputs());
        refuseAbove("network parameters", shape.parameters(), MOST_PARAMETERS);
        long steps = stop.steps(batch.stepsPerEpoch(data.trainingRows()));
        refuseAbove("recorded points (steps / record.every)", record.points(steps), MOST_POINTS);
        requireFor(stop, data);
        if (normalizesBatches(network.layers()) && batch.sizeFor(data.trainingRows()) < 2)
            throw new OutOfBounds("batch.size", "at least 2 with batchNorm", batch.size());
        record.snapshots().ifPresent(snapshots -> requireFor(snapshots, data));
    }

    private static void requireFor(Snapshots snapshots, DataSpec data) {
        if (snapshots.surface() > 0 && data.source().inputs() > 2)
            throw new OutOfBounds(
                    "record.snapshots.surface",
                    "0 for data of more than two inputs",
                    snapshots.surface());
        if (snapshots.confusion() && !data.source().task().isClassification())
            throw new OutOfBounds(
                    "record.snapshots.confusion", "false where a number is predicted", true);
    }

    private static boolean normalizesBatches(List<LayerSpec> layers) {
        return layers.stream()
                .anyMatch(layer ->
                        layer instanceof LayerSpec.BatchNorm
                                || layer instanceof LayerSpec.Residual block
                                        && normalizesBatches(block.layers()));
    }

    private static void refuseAbove(String what, long number, long limit) {
        if (number > limit) throw new OutOfBounds(what, "at most " + limit, number);
    }

    private static void requireFor(Stop stop, DataSpec data) {
        stop.target().ifPresent(t -> require("stop.target.figure", t.figure(), data));
        stop.earlyStopping().ifPresent(e -> require("stop.earlyStopping.figure", e.figure(), data));
    }

    private static void require(String path, Figure figure, DataSpec data) {
        if (figure.isValidation() && data.validationRows() == 0)
            throw new OutOfBounds(
                    path, "of training: no data is kept for validation", figure.text());
        if (figure.isAccuracy() && !data.source().task().isClassification())
            throw new OutOfBounds(
                    path, "a loss: a predicted number has no accuracy", figure.text());
    }

    /**
     * Reads a spec from what a JSON or YAML reader gives: maps, lists, numbers, texts, booleans.
     *
     * @throws SpecException that names the field, its value and what it may be
     */
    public static ExperimentSpec read(Object tree) {
        return SpecReader.experiment(tree);
    }

    /** This spec as JSON, every default written out: equal specs, equal texts. */
    public String canonical() {
        return Json.of(this);
    }

    /** SHA-256 of the canonical text and the engine's version, in hexadecimal: the run's name. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    ("engine " + EngineVersion.CURRENT + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(digest.digest(canonical().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public Encoding encoding() {
        return Encoding.of(data.source().task(), loss, network.output().activation());
    }

    /** The network that is built: an activation that the loss computes is not the network's. */
    public NetworkSpec builtNetwork() {
        return loss.fused() == Activation.IDENTITY ? network : network.withoutOutputActivation();
    }

    /** What the run needs, exactly, before it runs. */
    public Cost cost() {
        return Cost.of(this);
    }

    public NetworkShape shape() {
        return NetworkShape.of(builtNetwork(), data.networkInputs(), encoding().outputs());
    }

    /** The most examples in one pass: a batch, or as many as are evaluated at once. */
    public int capacity() {
        int rows = data.trainingRows();
        return Math.max(batch.sizeFor(rows), Math.min(rows, EVALUATED_AT_ONCE));
    }

    /** The most steps the run can have. */
    public long steps() {
        return stop.steps(batch.stepsPerEpoch(data.trainingRows()));
    }
}
