package descent.engine.loss;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * -t log p - (1 - t) log(1 - p) for two classes, t = 0 or 1, p = sigmoid(o). Computed from o itself
 * as softplus(o) - t·o, which no size of o breaks; gradient p - t.
 */
public record BinaryCrossEntropy() implements Loss {
    @Override
    public double sum(
            Matrix outputs,
            Targets targets,
            int rows,
            @Nullable Matrix gradient,
            LossBuffers buffers) {
        double sum = 0;
        float scale = (float) (1.0 / ((double) rows * outputs.columns()));
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < outputs.columns(); j++) {
                float o = outputs.get(b, j);
                float t = targets.values().get(b, j);
                sum += (double) Activation.SOFTPLUS.forward(o) - (double) t * o;
                if (gradient != null)
                    gradient.set(b, j, scale * (Activation.SIGMOID.forward(o) - t));
            }
        return sum / outputs.columns();
    }

    @Override
    public Activation fused() {
        return Activation.SIGMOID;
    }

    @Override
    public boolean forClasses() {
        return true;
    }
}
