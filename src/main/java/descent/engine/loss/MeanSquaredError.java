package descent.engine.loss;

import descent.engine.Or;
import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * (o - t)², with gradient 2 (o - t).
 *
 * @param half ½ (o - t)² instead, with gradient o - t, as many texts have it
 */
public record MeanSquaredError(@Or("false") boolean half) implements Loss {
    @Override
    public double sum(
            Matrix outputs,
            Targets targets,
            int rows,
            @Nullable Matrix gradient,
            LossBuffers buffers) {
        double sum = 0;
        float scale = (float) ((half ? 1.0 : 2.0) / ((double) rows * outputs.columns()));
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < outputs.columns(); j++) {
                float d = outputs.get(b, j) - targets.values().get(b, j);
                sum += (double) d * d;
                if (gradient != null) gradient.set(b, j, scale * d);
            }
        return (half ? 0.5 : 1.0) * sum / outputs.columns();
    }
}
