package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * Adadelta (Zeiler 2012): q ← rho·q + (1 - rho) g²; d = sqrt(u + epsilon) / sqrt(q + epsilon)·g; u
 * ← rho·u + (1 - rho) d²; w ← w - learningRate·d. Epsilon inside both roots.
 */
public record Adadelta(
        @Range(min = 1e-7, max = 100) @Or("1") double learningRate,
        @Range(min = 0, max = 0.9999) @Or("0.9") double rho,
        @Range(min = 1e-12, max = 0.1) @Or("1e-6") double epsilon)
        implements Optimizer {
    public Adadelta {
        Bounds.check(Adadelta.class, learningRate, rho, epsilon);
    }

    @Override
    public List<String> state() {
        return List.of("q", "u");
    }

    @Override
    public String rule() {
        return """
        q = rho * q + (1 - rho) * g^2
        d = sqrt(u + epsilon) / sqrt(q + epsilon) * g
        u = rho * u + (1 - rho) * d^2
        w = w - learningRate * d
        """;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        step(
                w,
                g,
                state[0],
                state[1],
                (float) learningRate,
                (float) rho,
                (float) (1 - rho),
                (float) epsilon);
    }

    private static void step(
            float[] w,
            float[] g,
            float[] q,
            float[] u,
            float rate,
            float rho,
            float rest,
            float epsilon) {
        for (int i = 0; i < w.length; i++) {
            float qi = rho * q[i] + rest * (g[i] * g[i]);
            float d = (float) Math.sqrt(u[i] + epsilon) / (float) Math.sqrt(qi + epsilon) * g[i];
            q[i] = qi;
            u[i] = rho * u[i] + rest * (d * d);
            w[i] = w[i] - rate * d;
        }
    }
}
