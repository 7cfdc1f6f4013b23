package descent.engine.loss;

import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;

/**
 * The arrays a loss works in, taken once.
 *
 * @param probabilities examples x outputs
 * @param tops the largest output of each example
 * @param logSums one for each example
 */
public record LossBuffers(Kernels kernels, Matrix probabilities, float[] tops, float[] logSums) {
    public static LossBuffers of(Kernels kernels, int capacity, int outputs) {
        return new LossBuffers(
                kernels, Matrix.zeros(capacity, outputs), new float[capacity], new float[capacity]);
    }
}
