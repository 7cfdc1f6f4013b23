package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * Lion (Chen et al. 2023, algorithm 2): w ← w - learningRate·sign(beta1·m + (1 - beta1) g), then m
 * ← beta2·m + (1 - beta2) g. Every weight moves by the same amount; its decoupled decay is the
 * regularization's weightDecay.
 */
public record Lion(
        @Range(min = 1e-7, max = 100) @Or("0.0001") double learningRate,
        @Range(min = 0, max = 0.9999) @Or("0.9") double beta1,
        @Range(min = 0, max = 0.999999) @Or("0.99") double beta2)
        implements Optimizer {
    public Lion {
        Bounds.check(Lion.class, learningRate, beta1, beta2);
    }

    @Override
    public List<String> state() {
        return List.of("m");
    }

    @Override
    public String rule() {
        return """
        w = w - learningRate * sign(beta1 * m + (1 - beta1) * g)
        m = beta2 * m + (1 - beta2) * g
        """;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        step(w, g, state[0], (float) learningRate);
    }

    private void step(float[] w, float[] g, float[] m, float rate) {
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        float take1 = (float) (1 - beta1);
        float take2 = (float) (1 - beta2);
        for (int i = 0; i < w.length; i++) {
            w[i] = w[i] - rate * Math.signum(keep1 * m[i] + take1 * g[i]);
            m[i] = keep2 * m[i] + take2 * g[i];
        }
    }
}
