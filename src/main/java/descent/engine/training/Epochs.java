package descent.engine.training;

import descent.engine.loss.Targets;
import descent.engine.spec.Batching;
import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;

/**
 * The training examples, batch by batch, in the order of each epoch. An epoch's order depends on
 * its number and the seed alone. A whole batch keeps the examples' own order.
 */
final class Epochs {
    /** Some examples, in the order of their targets. */
    record Batch(Matrix inputs, Targets targets) {
        Batch rows(int from, int count) {
            return new Batch(inputs.rows(from, count), targets.rows(from, count));
        }

        int size() {
            return inputs.rows();
        }
    }

    private final Batch examples;
    private final Kernels kernels;
    private final RandomStream random;
    private final RandomStream ofEpoch;
    private final int size;
    private final int[] order;
    private final Batch[] batches;

    Epochs(Batch examples, Batching batching, Kernels kernels, RandomStream random) {
        this.examples = examples;
        this.kernels = kernels;
        this.random = random;
        ofEpoch = random.part(0);
        size = batching.sizeFor(examples.size());
        boolean shuffled = batching.shuffle() && size < examples.size();
        order = new int[shuffled ? examples.size() : 0];
        batches = new Batch[batching.stepsPerEpoch(examples.size())];
        var shared = shuffled ? room() : examples;
        for (int i = 0; i < batches.length; i++) {
            int count = Math.min(size, examples.size() - i * size);
            batches[i] = shared.rows(shuffled ? 0 : i * size, count);
        }
    }

    /** For one batch, which the next overwrites. */
    private Batch room() {
        var targets = examples.targets();
        return new Batch(
                Matrix.zeros(size, examples.inputs().columns()),
                new Targets(
                        Matrix.zeros(size, targets.values().columns()),
                        new int[Math.min(size, targets.labels().length)],
                        0));
    }

    int batches() {
        return batches.length;
    }

    /**
     * The examples of a step, from 0, until the next is asked for. Steps are asked for in order.
     */
    Batch at(long step) {
        int index = (int) (step % batches.length);
        var batch = batches[index];
        if (order.length == 0) return batch;
        if (index == 0) shuffle(step / batches.length);
        take(index * size, batch);
        return batch;
    }

    private void shuffle(long epoch) {
        for (int i = 0; i < order.length; i++) order[i] = i;
        ofEpoch.becomePart(epoch, random);
        ofEpoch.shuffle(order);
    }

    private void take(int first, Batch batch) {
        var from = examples.targets();
        var to = batch.targets();
        int count = batch.size();
        kernels.takeRows(examples.inputs(), order, first, batch.inputs(), count);
        kernels.takeRows(from.values(), order, first, to.values(), count);
        if (from.labels().length > 0)
            for (int i = 0; i < count; i++) to.labels()[i] = from.label(order[first + i]);
    }
}
