package descent.engine.loss;

import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/** max(0, 1 - t·o) for two classes, t = ±1; gradient -t where that is positive, else 0. */
public record Hinge() implements Loss {
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
                float t = targets.values().get(b, j);
                float missing = 1 - t * outputs.get(b, j);
                // Not "missing > 0 ? missing : 0": NaN stays NaN.
                sum += missing <= 0 ? 0 : missing;
                if (gradient != null) gradient.set(b, j, missing <= 0 ? 0 : -t * scale);
            }
        return sum / outputs.columns();
    }

    @Override
    public boolean forClasses() {
        return true;
    }
}
