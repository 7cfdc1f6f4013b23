package descent.engine.diagnostics;

import descent.engine.nn.ActivationLayer;
import descent.engine.tensor.Activation;
import java.util.Arrays;

/** Counts, while a set of examples runs through a layer, what its units do. */
public final class UnitActivity {
    /** A derivative below this part of its largest is saturated. */
    private static final float SATURATED = 0.1f;

    private final ActivationLayer layer;
    private final boolean[] alive;
    private long outputs;
    private long saturated;

    public UnitActivity(ActivationLayer layer) {
        this.layer = layer;
        alive = new boolean[layer.output().columns()];
    }

    public static boolean saturates(Activation function) {
        return function == Activation.SIGMOID || function == Activation.TANH;
    }

    public static boolean dies(Activation function) {
        return function == Activation.RELU;
    }

    public String layer() {
        return layer.name();
    }

    public Activation function() {
        return layer.function();
    }

    public void reset() {
        outputs = 0;
        saturated = 0;
        Arrays.fill(alive, false);
    }

    /** The layer has just seen so many examples. */
    public void observe(int rows) {
        var y = layer.output();
        float largest = layer.function() == Activation.SIGMOID ? 0.25f : 1;
        boolean saturates = saturates(layer.function());
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < y.columns(); j++) {
                float value = y.get(b, j);
                if (value > 0) alive[j] = true;
                if (saturates && layer.function().backward(1, 0, value) < SATURATED * largest)
                    saturated++;
            }
        outputs += (long) rows * y.columns();
    }

    /** The share of outputs whose derivative is below a tenth of its largest. */
    public double saturation() {
        return (double) saturated / outputs;
    }

    /** The share of units that were 0 for all examples. */
    public double deadUnits() {
        int dead = 0;
        for (boolean lives : alive) if (!lives) dead++;
        return (double) dead / alive.length;
    }
}
