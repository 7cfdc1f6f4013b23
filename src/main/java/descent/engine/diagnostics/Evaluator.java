package descent.engine.diagnostics;

import descent.engine.loss.Loss;
import descent.engine.loss.LossBuffers;
import descent.engine.loss.Targets;
import descent.engine.nn.Network;
import descent.engine.spec.Encoding;
import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;
import java.util.function.IntConsumer;

/** Runs a network over whole sets of examples, some rows at a time. */
public final class Evaluator {
    private final Network network;
    private final Loss loss;
    private final LossBuffers buffers;
    private final Encoding encoding;
    private final int capacity;

    public Evaluator(
            Network network, Loss loss, LossBuffers buffers, Encoding encoding, int capacity) {
        this.network = network;
        this.loss = loss;
        this.buffers = buffers;
        this.encoding = encoding;
        this.capacity = capacity;
    }

    /**
     * @param afterRows told after each part how many rows the layers have just seen
     */
    public Evaluation evaluate(Matrix examples, Targets targets, IntConsumer afterRows) {
        double sum = 0;
        int right = 0;
        for (int from = 0; from < examples.rows(); from += capacity) {
            int rows = Math.min(capacity, examples.rows() - from);
            var part = targets.rows(from, rows);
            var outputs = network.evaluate(examples.rows(from, rows), rows);
            sum += loss.sum(outputs, part, rows, null, buffers);
            if (encoding.task().isClassification())
                for (int b = 0; b < rows; b++) if (answer(outputs, b) == part.label(b)) right++;
            afterRows.accept(rows);
        }
        double size = examples.rows();
        return new Evaluation(
                sum / size, encoding.task().isClassification() ? right / size : Double.NaN);
    }

    /**
     * The name of the first layer, from the input on, with a parameter, or an output for one of
     * these examples, that is not finite; {@link Network#LOSS} if there is none.
     */
    public String firstNotFinite(Matrix examples) {
        for (int from = 0; from < examples.rows(); from += capacity) {
            int rows = Math.min(capacity, examples.rows() - from);
            network.evaluate(examples.rows(from, rows), rows);
            if (!network.firstNotFinite().equals(Network.LOSS)) break;
        }
        return network.firstNotFinite();
    }

    /** How often each class is taken for which. */
    public Confusion confusion(String set, Matrix examples, Targets targets) {
        int classes = encoding.task().classes();
        var counts = new int[classes][classes];
        for (int from = 0; from < examples.rows(); from += capacity) {
            int rows = Math.min(capacity, examples.rows() - from);
            var outputs = network.evaluate(examples.rows(from, rows), rows);
            for (int b = 0; b < rows; b++) counts[targets.label(from + b)][answer(outputs, b)]++;
        }
        return new Confusion(set, counts);
    }

    /** The class that the outputs of an example say. */
    int answer(Matrix outputs, int row) {
        if (!encoding.oneForEachClass()) return outputs.get(row, 0) > middle() ? 1 : 0;
        int largest = 0;
        for (int j = 1; j < outputs.columns(); j++)
            if (outputs.get(row, j) > outputs.get(row, largest)) largest = j;
        return largest;
    }

    /** Before a sigmoid that the loss computes, the middle is where that is 1/2. */
    private float middle() {
        return loss.fused() == Activation.SIGMOID ? 0 : encoding.middle();
    }
}
