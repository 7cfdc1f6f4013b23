package descent.engine.nn;

import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * y = x·W + b. Backwards, with the gradient g by y: dW = xᵀ·g, db = sum of g's rows, dx = g·Wᵀ.
 *
 * <p>x: examples x inputs, W: inputs x units, b: 1 x units, y: examples x units.
 */
final class DenseLayer extends Layer {
    private static final int FEW = 8;

    private final Kernels kernels;
    private final Parameter weights;
    private final Parameter bias;

    /** Units x inputs: of the weights, and before that of their gradient where units are few. */
    private final @Nullable Matrix transposed;

    DenseLayer(String name, Boundary in, Boundary out, Workspace workspace) {
        super(name, in, out);
        kernels = workspace.kernels;
        weights = workspace.parameter(name, Parameter.Role.WEIGHTS, in.units(), out.units());
        bias = workspace.parameter(name, Parameter.Role.BIAS, 1, out.units());
        transposed = in.gradient() == null ? null : Matrix.zeros(out.units(), in.units());
    }

    Matrix weights() {
        return weights.value();
    }

    Matrix bias() {
        return bias.value();
    }

    @Override
    void forward(Pass pass) {
        kernels.affine(in.values(), weights.value(), bias.value(), out.values(), pass.rows);
    }

    @Override
    void backward(Pass pass) {
        var dy = outputGradient();
        weightGradients(dy, pass.rows);
        kernels.columnSums(dy, bias.gradient(), pass.rows);
        var dx = in.gradient();
        if (dx != null && transposed != null) {
            kernels.transpose(weights.value(), transposed);
            kernels.product(dy, transposed, dx, pass.rows);
        }
    }

    /**
     * Turned where units are few and inputs many: lanes that stay empty cost as much as full ones.
     */
    private void weightGradients(Matrix dy, int rows) {
        if (transposed != null && out.units() <= FEW && in.units() > FEW) {
            kernels.outerProducts(dy, in.values(), transposed, rows);
            kernels.transpose(transposed, weights.gradient());
        } else kernels.outerProducts(in.values(), dy, weights.gradient(), rows);
    }
}
