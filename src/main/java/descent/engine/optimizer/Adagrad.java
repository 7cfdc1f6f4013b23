package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * Adagrad (Duchi et al. 2011): q ← q + g²; w ← w - learningRate·g / (sqrt(q) + epsilon). Epsilon
 * outside the root and q from 0, as PyTorch has it.
 */
public record Adagrad(
        @Range(min = 1e-7, max = 100) @Or("0.01") double learningRate,
        @Range(min = 0, max = 0.1) @Or("1e-10") double epsilon)
        implements Optimizer {
    public Adagrad {
        Bounds.check(Adagrad.class, learningRate, epsilon);
    }

    @Override
    public List<String> state() {
        return List.of("q");
    }

    @Override
    public String rule() {
        return """
        q = q + g^2
        w = w - learningRate * g / (sqrt(q) + epsilon)
        """;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        step(w, g, state[0], (float) learningRate, (float) epsilon);
    }

    private static void step(float[] w, float[] g, float[] q, float rate, float epsilon) {
        for (int i = 0; i < w.length; i++) {
            float qi = q[i] + g[i] * g[i];
            q[i] = qi;
            w[i] = w[i] - rate * g[i] / ((float) Math.sqrt(qi) + epsilon);
        }
    }
}
