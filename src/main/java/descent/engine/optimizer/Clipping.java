package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import java.util.function.DoubleSupplier;

/** What is done to gradients that are too large, before the optimizer sees them. */
public sealed interface Clipping {
    /**
     * @param g all gradients, changed
     * @param norm of them, for whom it may concern
     */
    void clip(float[] g, DoubleSupplier norm);

    /** Nothing. */
    record None() implements Clipping {
        @Override
        public void clip(float[] g, DoubleSupplier norm) {}
    }

    /** Each element is kept within ±limit. */
    record ByValue(@Range(min = 1e-6, max = 1e6) @Or("1") double limit) implements Clipping {
        public ByValue {
            Bounds.check(ByValue.class, limit);
        }

        @Override
        public void clip(float[] g, DoubleSupplier norm) {
            float most = (float) limit;
            for (int i = 0; i < g.length; i++) g[i] = Math.max(-most, Math.min(most, g[i]));
        }
    }

    /**
     * Where the norm n of the whole gradient is above limit, g ← g·limit / (n + 1e-6) (Pascanu et
     * al. 2013; PyTorch's clip_grad_norm_).
     */
    record ByNorm(@Range(min = 1e-6, max = 1e6) @Or("1") double limit) implements Clipping {
        public ByNorm {
            Bounds.check(ByNorm.class, limit);
        }

        @Override
        public void clip(float[] g, DoubleSupplier norm) {
            double n = norm.getAsDouble();
            if (!(n > limit)) return;
            float factor = (float) (limit / (n + 1e-6));
            for (int i = 0; i < g.length; i++) g[i] *= factor;
        }
    }
}
