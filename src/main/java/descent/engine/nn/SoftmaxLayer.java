package descent.engine.nn;

import descent.engine.tensor.Kernels;
import descent.engine.tensor.SoftmaxSums;

/**
 * y = exp(x) / sum of exp(x), by example. Backwards, with the gradient g by y: dx = y (g - sum of
 * g·y). Only for losses that do not compute softmax themselves.
 */
final class SoftmaxLayer extends Layer {
    private final Kernels kernels;
    private final SoftmaxSums sums;

    SoftmaxLayer(String name, Boundary in, Boundary out, Kernels kernels) {
        super(name, in, out);
        this.kernels = kernels;
        sums = SoftmaxSums.of(out.values().rows(), out.units());
    }

    @Override
    void forward(Pass pass) {
        kernels.softmax(in.values(), out.values(), sums, pass.rows);
    }

    @Override
    void backward(Pass pass) {
        var g = outputGradient();
        var y = out.values();
        for (int b = 0; b < pass.rows; b++) {
            float sum = 0;
            for (int j = 0; j < y.columns(); j++) sum = Math.fma(g.get(b, j), y.get(b, j), sum);
            for (int j = 0; j < y.columns(); j++) g.set(b, j, y.get(b, j) * (g.get(b, j) - sum));
        }
    }
}
