package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Or;
import descent.engine.Range;
import java.util.List;

/**
 * AdamW (Loshchilov and Hutter 2019): w ← (1 - learningRate·weightDecay)·w, then {@link Adam} with
 * the plain gradient. The decay is decoupled, and as in PyTorch biases decay too.
 */
public record AdamW(@Inline Adam adam, @Range(min = 0, max = 10) @Or("0.01") double weightDecay)
        implements Optimizer {
    public AdamW {
        Bounds.check(AdamW.class, adam, weightDecay);
    }

    @Override
    public double learningRate() {
        return adam.learningRate();
    }

    @Override
    public List<String> state() {
        return adam.state();
    }

    @Override
    public String rule() {
        return "w = (1 - learningRate * weightDecay) * w\n" + adam.rule();
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        Decay.apply(w, Decay.factor(learningRate, weightDecay));
        adam.update(w, g, state, learningRate, t);
    }
}
