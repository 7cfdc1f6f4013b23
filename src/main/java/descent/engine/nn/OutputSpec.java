package descent.engine.nn;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import descent.engine.tensor.Activation;

/**
 * The dense layer at a network's end. How many units it has follows from the data and the loss.
 *
 * @param activation the loss's own where a spec does not say: softmax for softmaxCrossEntropy,
 *     sigmoid for binaryCrossEntropy, else identity
 */
public record OutputSpec(
        @Or("identity") Activation activation,
        @Or("auto") Initializer initializer,
        @Range(min = -10, max = 10) @Or("0") double initialBias) {
    public OutputSpec {
        Bounds.check(OutputSpec.class, activation, initializer, initialBias);
    }

    /** The same with its activation left to the loss. */
    public OutputSpec withoutActivation() {
        return new OutputSpec(Activation.IDENTITY, initializer, initialBias);
    }
}
