package descent.engine.loss;

import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/** |o - t|, with gradient sign(o - t), 0 at 0. */
public record MeanAbsoluteError() implements Loss {
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
                float d = outputs.get(b, j) - targets.values().get(b, j);
                sum += Math.abs(d);
                if (gradient != null) gradient.set(b, j, scale * Math.signum(d));
            }
        return sum / outputs.columns();
    }
}
