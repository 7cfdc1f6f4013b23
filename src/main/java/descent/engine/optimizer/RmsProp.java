package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * RMSProp (Hinton 2012, lecture 6e): q ← alpha·q + (1 - alpha) g²; w ← w - learningRate·g /
 * (sqrt(q) + epsilon). Epsilon outside the root, as in PyTorch (TensorFlow has it inside).
 *
 * @param momentum above 0: v ← momentum·v + g / (sqrt(q) + epsilon); w ← w - learningRate·v
 * @param centered sqrt(q - m²) in sqrt(q)'s place, with m ← alpha·m + (1 - alpha) g (Graves 2013);
 *     a difference that rounding made negative counts as 0
 */
public record RmsProp(
        @Range(min = 1e-7, max = 100) @Or("0.01") double learningRate,
        @Range(min = 0, max = 0.9999) @Or("0.99") double alpha,
        @Range(min = 0, max = 0.1) @Or("1e-8") double epsilon,
        @Range(min = 0, max = 0.9999) @Or("0") double momentum,
        @Or("false") boolean centered)
        implements Optimizer {
    public RmsProp {
        Bounds.check(RmsProp.class, learningRate, alpha, epsilon, momentum, centered);
    }

    @Override
    public List<String> state() {
        var names = new ArrayList<>(List.of("q"));
        if (centered) names.add("m");
        if (momentum > 0) names.add("v");
        return names;
    }

    @Override
    public String rule() {
        var spread = centered ? "max(q - m^2, 0)" : "q";
        return "q = alpha * q + (1 - alpha) * g^2\n"
                + (centered ? "m = alpha * m + (1 - alpha) * g\n" : "")
                + (momentum > 0
                        ? "v = momentum * v + g / (sqrt("
                                + spread
                                + ") + epsilon)\n"
                                + "w = w - learningRate * v\n"
                        : "w = w - learningRate * (g / (sqrt(" + spread + ") + epsilon))\n");
    }

    /** The gradient is scaled in its place; the rest is gradient descent or momentum. */
    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        if (centered) scaleCentered(g, state[0], state[1]);
        else scale(g, state[0]);
        if (momentum > 0)
            Momentum.step(w, g, state[state.length - 1], (float) learningRate, (float) momentum);
        else Sgd.step(w, g, (float) learningRate);
    }

    private void scale(float[] g, float[] q) {
        float keep = (float) alpha;
        float take = (float) (1 - alpha);
        float eps = (float) epsilon;
        for (int i = 0; i < g.length; i++) {
            float qi = keep * q[i] + take * (g[i] * g[i]);
            q[i] = qi;
            g[i] = g[i] / ((float) Math.sqrt(qi) + eps);
        }
    }

    private void scaleCentered(float[] g, float[] q, float[] m) {
        float keep = (float) alpha;
        float take = (float) (1 - alpha);
        float eps = (float) epsilon;
        for (int i = 0; i < g.length; i++) {
            float qi = keep * q[i] + take * (g[i] * g[i]);
            float mi = keep * m[i] + take * g[i];
            q[i] = qi;
            m[i] = mi;
            g[i] = g[i] / ((float) Math.sqrt(Math.max(qi - mi * mi, 0)) + eps);
        }
    }
}
