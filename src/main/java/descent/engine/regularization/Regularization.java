package descent.engine.regularization;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * What keeps weights small. Both l1 and l2 together are the elastic net.
 *
 * @param l1 adds l1·Σ|w| to the loss; gradient l1·sign(w), 0 at 0
 * @param l2 adds ½ l2·Σw² to the loss; gradient l2·w (PyTorch's weight_decay of SGD)
 * @param weightDecay w ← (1 - learningRate·weightDecay)·w before each step, whatever the optimizer
 * @param maxNorm after each step the weights into a unit are scaled back to this norm (Srivastava
 *     et al. 2014); 0 for no limit
 * @param biases whether all this goes for biases and normalisations' gains and shifts too; maxNorm
 *     never does
 */
public record Regularization(
        @Range(min = 0, max = 100) @Or("0") double l1,
        @Range(min = 0, max = 100) @Or("0") double l2,
        @Range(min = 0, max = 100) @Or("0") double weightDecay,
        @Range(min = 0, max = 1000) @Or("0") double maxNorm,
        @Or("false") boolean biases) {
    public Regularization {
        Bounds.check(Regularization.class, l1, l2, weightDecay, maxNorm, biases);
    }

    /** Whether it adds to the loss. */
    public boolean penalizes() {
        return l1 > 0 || l2 > 0;
    }
}
