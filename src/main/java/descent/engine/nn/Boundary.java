package descent.engine.nn;

import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/** What passes between two layers. */
final class Boundary {
    private Matrix values;
    private final @Nullable Matrix gradient;
    private final boolean overwritable;

    /**
     * @param values forwards, examples x units
     * @param gradient backwards, of the same shape; none where nothing before it can learn
     * @param overwritable whether the next layer may work in place: nobody reads the values again
     */
    Boundary(Matrix values, @Nullable Matrix gradient, boolean overwritable) {
        this.values = values;
        this.gradient = gradient;
        this.overwritable = overwritable;
    }

    /** The same arrays, not to be overwritten. */
    Boundary kept() {
        return new Boundary(values, gradient, false);
    }

    Matrix values() {
        return values;
    }

    @Nullable Matrix gradient() {
        return gradient;
    }

    boolean overwritable() {
        return overwritable;
    }

    int units() {
        return values.columns();
    }

    /** For a network's input: other examples. */
    void hold(Matrix examples) {
        values = examples;
    }
}
