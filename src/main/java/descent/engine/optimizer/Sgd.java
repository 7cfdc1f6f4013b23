package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * Gradient descent: w ← w - learningRate·g. Stochastic, mini-batch or whole batch: the batch size
 * decides.
 */
public record Sgd(@Range(min = 1e-7, max = 100) @Or("0.1") double learningRate)
        implements Optimizer {
    public Sgd {
        Bounds.check(Sgd.class, learningRate);
    }

    @Override
    public List<String> state() {
        return List.of();
    }

    @Override
    public String rule() {
        return """
        w = w - learningRate * g
        """;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        step(w, g, (float) learningRate);
    }

    static void step(float[] w, float[] g, float rate) {
        for (int i = 0; i < w.length; i++) w[i] = w[i] - rate * g[i];
    }
}
