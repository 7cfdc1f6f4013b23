package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * How many examples a step sees.
 *
 * @param size 1 is stochastic descent; the number of training examples or more is (whole-)batch
 *     descent
 * @param shuffle whether each epoch has its own order; whole batches keep theirs
 * @param dropLast whether a last batch that is shorter is left out
 */
public record Batching(
        @Range(min = 1, max = 20_000) @Or("32") int size,
        @Or("true") boolean shuffle,
        @Or("false") boolean dropLast) {
    public Batching {
        Bounds.check(Batching.class, size, shuffle, dropLast);
    }

    /** The examples of a full batch, of so many training examples. */
    public int sizeFor(int rows) {
        return Math.min(size, rows);
    }

    /** Steps in an epoch of so many training examples. */
    public int stepsPerEpoch(int rows) {
        int full = sizeFor(rows);
        return dropLast ? rows / full : (rows + full - 1) / full;
    }
}
