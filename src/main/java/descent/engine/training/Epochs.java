package descent.engine.training;

import descent.engine.loss.Targets;
import descent.engine.spec.Batching;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;

/**
 * The training examples, batch by batch, in the order of each epoch. An epoch's order depends on
 * its number and the seed alone. A whole batch keeps the examples' own order.
 */
final class Epochs {
    private final Matrix inputs;
    private final Targets targets;
    private final boolean shuffled;
    private final RandomStream random;
    private final RandomStream ofEpoch;
    private final int[] order;
    private final Matrix epochInputs;
    private final Targets epochTargets;
    private final Matrix[] batchInputs;
    private final Targets[] batchTargets;

    Epochs(Matrix inputs, Targets targets, Batching batching, RandomStream random) {
        this.inputs = inputs;
        this.targets = targets;
        this.random = random;
        ofEpoch = random.part(0);
        int size = batching.sizeFor(inputs.rows());
        shuffled = batching.shuffle() && size < inputs.rows();
        order = new int[shuffled ? inputs.rows() : 0];
        epochInputs = shuffled ? Matrix.zeros(inputs.rows(), inputs.columns()) : inputs;
        epochTargets =
                shuffled
                        ? new Targets(
                                Matrix.zeros(inputs.rows(), targets.values().columns()),
                                new int[targets.labels().length],
                                0)
                        : targets;
        int batches = batching.stepsPerEpoch(inputs.rows());
        batchInputs = new Matrix[batches];
        batchTargets = new Targets[batches];
        for (int i = 0; i < batches; i++) {
            int rows = Math.min(size, inputs.rows() - i * size);
            batchInputs[i] = epochInputs.rows(i * size, rows);
            batchTargets[i] = epochTargets.rows(i * size, rows);
        }
    }

    int batches() {
        return batchInputs.length;
    }

    /** Brings the examples into the order of an epoch. */
    void start(long epoch) {
        if (!shuffled) return;
        for (int i = 0; i < order.length; i++) order[i] = i;
        ofEpoch.becomePart(epoch, random);
        ofEpoch.shuffle(order);
        epochInputs.takeRows(inputs, order);
        epochTargets.values().takeRows(targets.values(), order);
        if (targets.labels().length > 0)
            for (int i = 0; i < order.length; i++)
                epochTargets.labels()[i] = targets.labels()[order[i]];
    }

    Matrix inputs(int batch) {
        return batchInputs[batch];
    }

    Targets targets(int batch) {
        return batchTargets[batch];
    }
}
