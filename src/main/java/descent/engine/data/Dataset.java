package descent.engine.data;

import descent.engine.tensor.Matrix;

/**
 * Examples as a network gets them.
 *
 * @param inputs examples x features
 * @param targets the number to predict, or the class from 0
 */
public record Dataset(Matrix inputs, double[] targets) {
    public int size() {
        return targets.length;
    }
}
