package descent.engine.loss;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * -log p of the right class, p = softmax(o), a mean over the examples. Computed as log sum exp(o) -
 * o of the right class, with the largest o taken out first; gradient p - one-hot.
 */
public record SoftmaxCrossEntropy() implements Loss {
    @Override
    public double sum(
            Matrix outputs,
            Targets targets,
            int rows,
            @Nullable Matrix gradient,
            LossBuffers buffers) {
        var p = buffers.probabilities();
        var sums = buffers.sums();
        buffers.kernels().softmax(outputs, p, sums, rows);
        float scale = (float) (1.0 / rows);
        if (gradient != null) scale(p, scale, gradient, rows);
        double sum = 0;
        for (int b = 0; b < rows; b++) {
            int label = targets.label(b);
            // The difference first: near 0, where the loss is, it is exact.
            sum += sums.logSums()[b] - (outputs.get(b, label) - sums.tops()[b]);
            if (gradient != null) gradient.set(b, label, scale * (p.get(b, label) - 1));
        }
        return sum;
    }

    private static void scale(Matrix p, float scale, Matrix gradient, int rows) {
        var from = p.data();
        var to = gradient.data();
        int p0 = p.offset();
        int g0 = gradient.offset();
        for (int i = 0; i < rows * p.stride(); i++) to[g0 + i] = scale * from[p0 + i];
    }

    @Override
    public Activation fused() {
        return Activation.SOFTMAX;
    }

    @Override
    public boolean forClasses() {
        return true;
    }

    @Override
    public boolean outputForEachClass() {
        return true;
    }
}
