package descent.engine.loss;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * With d = o - t: ½ d² up to |d| = delta, beyond it delta (|d| - ½ delta); gradient d, kept within
 * ±delta (Huber 1964; PyTorch's HuberLoss).
 */
public record Huber(@Range(min = 0.001, max = 1000) @Or("1") double delta) implements Loss {
    public Huber {
        Bounds.check(Huber.class, delta);
    }

    @Override
    public double sum(
            Matrix outputs,
            Targets targets,
            int rows,
            @Nullable Matrix gradient,
            LossBuffers buffers) {
        double sum = 0;
        float limit = (float) delta;
        float scale = (float) (1.0 / ((double) rows * outputs.columns()));
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < outputs.columns(); j++) {
                float d = outputs.get(b, j) - targets.values().get(b, j);
                double size = Math.abs(d);
                sum += size > delta ? delta * (size - 0.5 * delta) : 0.5 * size * size;
                if (gradient != null)
                    gradient.set(b, j, scale * (d > limit ? limit : d < -limit ? -limit : d));
            }
        return sum / outputs.columns();
    }
}
