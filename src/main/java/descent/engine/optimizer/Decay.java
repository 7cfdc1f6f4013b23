package descent.engine.optimizer;

/** Decoupled weight decay (Loshchilov and Hutter 2019): w ← (1 - learningRate·weightDecay)·w. */
public final class Decay {
    private Decay() {}

    /** The factor, rounded once. */
    public static float factor(double learningRate, double weightDecay) {
        return (float) (1 - learningRate * weightDecay);
    }

    static void apply(float[] w, float factor) {
        for (int i = 0; i < w.length; i++) w[i] = factor * w[i];
    }
}
