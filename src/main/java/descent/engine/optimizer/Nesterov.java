package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * Nesterov's momentum (Sutskever et al. 2013) in PyTorch's form: v ← momentum·v + g; w ← w -
 * learningRate·(g + momentum·v).
 */
public record Nesterov(
        @Range(min = 1e-7, max = 100) @Or("0.1") double learningRate,
        @Range(min = 0, max = 0.9999) @Or("0.9") double momentum)
        implements Optimizer {
    public Nesterov {
        Bounds.check(Nesterov.class, learningRate, momentum);
    }

    @Override
    public List<String> state() {
        return List.of("v");
    }

    @Override
    public String rule() {
        return """
        v = momentum * v + g
        w = w - learningRate * (g + momentum * v)
        """;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        step(w, g, state[0], (float) learningRate, (float) momentum);
    }

    private static void step(float[] w, float[] g, float[] v, float rate, float momentum) {
        for (int i = 0; i < w.length; i++) {
            float vi = momentum * v[i] + g[i];
            v[i] = vi;
            w[i] = w[i] - rate * (g[i] + momentum * vi);
        }
    }
}
