package descent.engine.nn;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;
import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;

/**
 * Where weights start. Below, in is the number of a layer's inputs, out that of its units; numbers
 * are drawn input by input, within it unit by unit.
 */
public sealed interface Initializer {
    /** He's normal before a rectifying activation, else Xavier's uniform. */
    record Auto() implements Initializer {}

    /** All 0: every unit of a layer learns the same, for ever. */
    record Zeros() implements Initializer {}

    /** All the same. */
    record Constant(@Range(min = -10, max = 10) @Or("0.1") double value) implements Initializer {
        public Constant {
            Bounds.check(Constant.class, value);
        }
    }

    /** Uniform in [-limit, limit]. */
    record Uniform(@Range(min = 0, max = 10) @Or("0.1") double limit) implements Initializer {
        public Uniform {
            Bounds.check(Uniform.class, limit);
        }
    }

    /** Normal with mean 0. */
    record Normal(@Range(min = 0, max = 10) @Or("0.1") double standardDeviation)
            implements Initializer {
        public Normal {
            Bounds.check(Normal.class, standardDeviation);
        }
    }

    /** Uniform, limit sqrt(6 / (in + out)) (Glorot and Bengio 2010, equation 16). */
    record XavierUniform() implements Initializer {}

    /** Normal, variance 2 / (in + out) (Glorot and Bengio 2010, equation 12). */
    record XavierNormal() implements Initializer {}

    /** Uniform, limit sqrt(6 / in): variance 2 / in (He et al. 2015). */
    record HeUniform() implements Initializer {}

    /** Normal, variance 2 / in (He et al. 2015, equation 10). */
    record HeNormal() implements Initializer {}

    /** Uniform, limit sqrt(3 / in): variance 1 / in (LeCun et al. 1998). */
    record LecunUniform() implements Initializer {}

    /** Normal, variance 1 / in (LeCun et al. 1998, section 4.6). */
    record LecunNormal() implements Initializer {}

    /** gain times a matrix with orthonormal rows or columns (Saxe et al. 2014). */
    record Orthogonal(@Range(min = 0, max = 10) @Or("1") double gain) implements Initializer {
        public Orthogonal {
            Bounds.check(Orthogonal.class, gain);
        }
    }

    /**
     * Fills the weights of a layer.
     *
     * @param w inputs x units
     * @param activation what follows the layer
     */
    default void fill(Matrix w, Activation activation, RandomStream random) {
        double in = w.rows();
        double out = w.columns();
        switch (this) {
            case Auto() -> {
                Initializer usual = activation.rectifies() ? new HeNormal() : new XavierUniform();
                usual.fill(w, activation, random);
            }
            case Zeros() -> constant(w, 0);
            case Constant(double value) -> constant(w, value);
            case Uniform(double limit) -> uniform(w, limit, random);
            case Normal(double deviation) -> normal(w, deviation, random);
            case XavierUniform() -> uniform(w, Math.sqrt(6 / (in + out)), random);
            case XavierNormal() -> normal(w, Math.sqrt(2 / (in + out)), random);
            case HeUniform() -> uniform(w, Math.sqrt(6 / in), random);
            case HeNormal() -> normal(w, Math.sqrt(2 / in), random);
            case LecunUniform() -> uniform(w, Math.sqrt(3 / in), random);
            case LecunNormal() -> normal(w, Math.sqrt(1 / in), random);
            case Orthogonal(double gain) -> OrthogonalWeights.fill(w, gain, random);
        }
    }

    private static void constant(Matrix w, double value) {
        for (int i = 0; i < w.rows(); i++)
            for (int j = 0; j < w.columns(); j++) w.set(i, j, (float) value);
    }

    private static void uniform(Matrix w, double limit, RandomStream random) {
        for (int i = 0; i < w.rows(); i++)
            for (int j = 0; j < w.columns(); j++)
                w.set(i, j, (float) random.uniform(-limit, limit));
    }

    private static void normal(Matrix w, double deviation, RandomStream random) {
        for (int i = 0; i < w.rows(); i++)
            for (int j = 0; j < w.columns(); j++)
                w.set(i, j, (float) (deviation * random.normal()));
    }
}
