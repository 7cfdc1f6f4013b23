package descent.engine.loss;

import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.SoftmaxSums;

/**
 * What a loss works in, taken once.
 *
 * @param probabilities examples x outputs
 * @param sums of the softmax that they come from
 */
public record LossBuffers(Kernels kernels, Matrix probabilities, SoftmaxSums sums) {
    public static LossBuffers of(Kernels kernels, int capacity, int outputs) {
        return new LossBuffers(
                kernels, Matrix.zeros(capacity, outputs), SoftmaxSums.of(capacity, outputs));
    }
}
