package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * Adam (Kingma and Ba 2015, algorithm 1): running means m of g and v of g², both corrected for
 * their start at 0; w ← w - learningRate·m̂ / (sqrt(v̂) + epsilon). Epsilon outside the root, after
 * the correction, as in the paper and PyTorch.
 */
public record Adam(
        @Range(min = 1e-7, max = 100) @Or("0.001") double learningRate,
        @Range(min = 0, max = 0.9999) @Or("0.9") double beta1,
        @Range(min = 0, max = 0.999999) @Or("0.999") double beta2,
        @Range(min = 0, max = 0.1) @Or("1e-8") double epsilon)
        implements Optimizer {
    public Adam {
        Bounds.check(Adam.class, learningRate, beta1, beta2, epsilon);
    }

    @Override
    public List<String> state() {
        return List.of("m", "v");
    }

    @Override
    public String rule() {
        return """
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g^2
        correction = 1 / sqrt(1 - beta2^t)
        w = w - learningRate / (1 - beta1^t) * m / (sqrt(v) * correction + epsilon)
        """;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        step(
                w,
                g,
                state[0],
                state[1],
                (float) (learningRate / (1 - StrictMath.pow(beta1, t))),
                (float) (1 / Math.sqrt(1 - StrictMath.pow(beta2, t))));
    }

    private void step(float[] w, float[] g, float[] m, float[] v, float rate, float correction) {
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        float take1 = (float) (1 - beta1);
        float take2 = (float) (1 - beta2);
        float eps = (float) epsilon;
        for (int i = 0; i < w.length; i++) {
            float mi = keep1 * m[i] + take1 * g[i];
            float vi = keep2 * v[i] + take2 * (g[i] * g[i]);
            m[i] = mi;
            v[i] = vi;
            w[i] = w[i] - rate * mi / ((float) Math.sqrt(vi) * correction + eps);
        }
    }
}
