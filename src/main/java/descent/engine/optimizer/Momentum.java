package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * Heavy-ball momentum (Polyak 1964) in PyTorch's form: v ← momentum·v + g; w ← w - learningRate·v.
 * The learning rate multiplies v, it is not inside it; no dampening.
 */
public record Momentum(
        @Range(min = 1e-7, max = 100) @Or("0.1") double learningRate,
        @Range(min = 0, max = 0.9999) @Or("0.9") double momentum)
        implements Optimizer {
    public Momentum {
        Bounds.check(Momentum.class, learningRate, momentum);
    }

    @Override
    public List<String> state() {
        return List.of("v");
    }

    @Override
    public String rule() {
        return """
        v = momentum * v + g
        w = w - learningRate * v
        """;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        step(w, g, state[0], (float) learningRate, (float) momentum);
    }

    static void step(float[] w, float[] g, float[] v, float rate, float momentum) {
        for (int i = 0; i < w.length; i++) {
            float vi = momentum * v[i] + g[i];
            v[i] = vi;
            w[i] = w[i] - rate * vi;
        }
    }
}
