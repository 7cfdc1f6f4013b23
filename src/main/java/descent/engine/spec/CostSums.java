package descent.engine.spec;

import descent.engine.data.DataSpec;
import descent.engine.nn.NetworkShape;
import descent.engine.tensor.Matrix;

/** Adds up a {@link Cost}. */
final class CostSums {
    private final ExperimentSpec spec;
    private final DataSpec data;
    private final NetworkShape shape;
    private final int outputs;
    private final long steps;
    private final long points;
    private final long snapshots;

    private CostSums(ExperimentSpec spec) {
        this.spec = spec;
        data = spec.data();
        shape = spec.shape();
        outputs = spec.encoding().outputs();
        steps = spec.steps();
        points = spec.record().points(steps);
        snapshots = spec.record().snapshots(points);
    }

    static Cost of(ExperimentSpec spec) {
        var sums = new CostSums(spec);
        long bytes = Float.BYTES * sums.shape.parameters();
        return new Cost(
                sums.shape.parameters(),
                sums.steps,
                sums.training(),
                sums.recording(),
                sums.shape.parameters() * sums.steps * spec.optimizer().operations(),
                bytes,
                bytes,
                bytes * spec.optimizer().state().size(),
                sums.activationBytes(),
                sums.dataBytes(),
                sums.points,
                sums.points * sums.numbersInPoint(),
                sums.snapshots,
                sums.snapshots * sums.numbersInSnapshot(),
                Math.max(sums.step(), sums.perPoint() + sums.perSnapshot()));
    }

    /** Whole epochs see every example once, a last part of one its batches'. */
    private long training() {
        int rows = data.trainingRows();
        int batches = spec.batch().stepsPerEpoch(rows);
        long size = spec.batch().sizeFor(rows);
        long perEpoch = Math.min(rows, batches * size);
        long examples = steps / batches * perEpoch + Math.min(perEpoch, steps % batches * size);
        return shape.initial() + examples * (shape.forward() + shape.backward());
    }

    private long step() {
        return spec.batch().sizeFor(data.trainingRows()) * (shape.forward() + shape.backward());
    }

    private long recording() {
        return points * perPoint() + snapshots * perSnapshot() + shape.forward() * data.testRows();
    }

    private long perPoint() {
        return shape.forward() * evaluated();
    }

    private long evaluated() {
        return (long) data.trainingRows() + data.validationRows();
    }

    private long perSnapshot() {
        return shape.forward()
                * spec.record()
                        .snapshots()
                        .map(s ->
                                cells(s)
                                        + (s.confusion() ? evaluated() : 0)
                                        + (s.histogram() > 0 ? outputRows() : 0))
                        .orElse(0L);
    }

    private long cells(Snapshots s) {
        return data.source().inputs() == 1 ? s.surface() : (long) s.surface() * s.surface();
    }

    /** Histograms of outputs look at one pass of training examples. */
    private long outputRows() {
        return Math.min(256, data.trainingRows());
    }

    private long activationBytes() {
        long perExample = shape.numbersPerExample() + Matrix.stride(outputs) + outputs + 2;
        return Float.BYTES * (spec.capacity() * perExample + shape.fixedNumbers());
    }

    private long dataBytes() {
        long perExample = Matrix.stride(data.networkInputs()) + Matrix.stride(outputs) + 1L;
        int batch = spec.batch().sizeFor(data.trainingRows());
        boolean shuffled = spec.batch().shuffle() && batch < data.trainingRows();
        long rows = data.source().size() + (shuffled ? batch : 0);
        return Float.BYTES * rows * perExample;
    }

    private long numbersInPoint() {
        boolean classes = data.source().task().isClassification();
        boolean validates = data.validationRows() > 0;
        long figures =
                3L + (classes ? 1 : 0) + (validates ? 1 : 0) + (classes && validates ? 1 : 0);
        if (spec.regularization().penalizes()) figures++;
        return figures + (long) spec.record().layers().size() * (shape.layers() + 1);
    }

    private long numbersInSnapshot() {
        return spec.record().snapshots().map(this::numbersIn).orElse(0L);
    }

    private long numbersIn(Snapshots s) {
        long classes = data.source().task().classes();
        long surface = cells(s) * (outputs > 1 ? 2 : 1);
        long confusion = s.confusion() ? 2 * classes * classes : 0;
        long weights = s.weights() ? shape.parameters() : 0;
        return surface + confusion + weights + 3L * s.histogram() * shape.layers();
    }
}
