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
        var logSums = buffers.logSums();
        var tops = buffers.tops();
        buffers.kernels().softmax(outputs, p, tops, logSums, rows);
        double sum = 0;
        float scale = (float) (1.0 / rows);
        for (int b = 0; b < rows; b++) {
            int label = targets.label(b);
            // The difference first: near 0, where the loss is, it is exact.
            sum += logSums[b] - (outputs.get(b, label) - tops[b]);
            if (gradient != null) {
                for (int j = 0; j < outputs.columns(); j++) gradient.set(b, j, scale * p.get(b, j));
                gradient.set(b, label, scale * (p.get(b, label) - 1));
            }
        }
        return sum;
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
