package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * What is recorded that is larger than a number.
 *
 * @param every with every so many recorded points, and with the first and the last
 * @param surface cells on each side of the decision surface, 0 for none; for data in the plane
 * @param histogram bins of each layer's weights, gradients and outputs, 0 for none
 * @param weights all weights and biases
 * @param confusion how often each class was taken for which, of training and validation examples
 */
public record Snapshots(
        @Range(min = 1, max = 10_000) @Or("10") int every,
        @Range(min = 0, max = 100) @Or("0") int surface,
        @Range(min = 0, max = 100) @Or("0") int histogram,
        @Or("false") boolean weights,
        @Or("false") boolean confusion) {
    public Snapshots {
        Bounds.check(Snapshots.class, every, surface, histogram, weights, confusion);
    }
}
