package descent.engine.nn;

import descent.engine.tensor.Matrix;

/**
 * A layer's trainable matrix and the gradient of the loss by it.
 *
 * @param layer the name of its layer
 * @param value inputs x units for weights, 1 x units for the others
 */
public record Parameter(String layer, Role role, Matrix value, Matrix gradient) {
    /** What a parameter does in its layer. */
    public enum Role {
        WEIGHTS,
        BIAS,
        /** The factor of a normalisation. */
        GAIN,
        /** The summand of a normalisation. */
        SHIFT
    }

    public int count() {
        return value.rows() * value.columns();
    }

    public boolean isWeights() {
        return role == Role.WEIGHTS;
    }
}
