package descent.engine.autodiff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small dense network written out as formulas, to be followed by hand: inputs x1, x2, …, in layer
 * l the weight w{l}_{unit}{input} and the bias b{l}_{unit}, the sum z{l}_{unit}, the activation
 * a{l}_{unit}, targets y1, … and the loss L.
 */
public final class NetworkFormulas {
    private static final int WIDEST = 9;

    private NetworkFormulas() {}

    /** How the outputs are judged. */
    public enum Loss {
        /** Half the sum of squared errors. */
        HALF_SQUARED_ERROR,
        /** -y log a - (1 - y) log(1 - a), summed over the outputs. */
        BINARY_CROSS_ENTROPY
    }

    /**
     * @param sizes units of each layer, the inputs first: 2, 2, 1
     * @param hidden the function of the hidden layers
     * @param output the function of the last; null for none, and then its sums are the activations
     */
    public static String of(
            List<Integer> sizes, Operation hidden, @Nullable Operation output, Loss loss) {
        if (sizes.size() < 2 || sizes.stream().anyMatch(n -> n < 1 || n > WIDEST))
            throw new IllegalArgumentException(
                    "sizes must be two or more numbers from 1 to " + WIDEST + ", were " + sizes);
        if (hidden.arguments() != 1 || (output != null && output.arguments() != 1))
            throw new IllegalArgumentException(
                    hidden + " and " + output + " must be functions of one number");
        var lines = new ArrayList<String>();
        int last = sizes.size() - 1;
        for (int layer = 1; layer <= last; layer++)
            for (int unit = 1; unit <= sizes.get(layer); unit++) {
                var sum = sum(layer, unit, sizes.get(layer - 1));
                var function = layer == last ? output : hidden;
                var a = "a%d_%d = ".formatted(layer, unit);
                if (function == null) {
                    lines.add(a + sum);
                } else {
                    var z = "z%d_%d".formatted(layer, unit);
                    lines.add(z + " = " + sum);
                    lines.add(a + function.formula(z, ""));
                }
            }
        lines.add("L = " + loss(loss, last, sizes.get(last)));
        return String.join("\n", lines);
    }

    private static String sum(int layer, int unit, int inputs) {
        var terms = new ArrayList<String>();
        for (int i = 1; i <= inputs; i++) {
            var from = layer == 1 ? "x" + i : "a%d_%d".formatted(layer - 1, i);
            terms.add("w%d_%d%d * %s".formatted(layer, unit, i, from));
        }
        terms.add("b%d_%d".formatted(layer, unit));
        return String.join(" + ", terms);
    }

    private static String loss(Loss loss, int layer, int outputs) {
        var terms = new ArrayList<String>();
        for (int unit = 1; unit <= outputs; unit++) {
            var a = "a%d_%d".formatted(layer, unit);
            var y = "y" + unit;
            terms.add(
                    switch (loss) {
                        case HALF_SQUARED_ERROR -> "(%s - %s)^2".formatted(a, y);
                        case BINARY_CROSS_ENTROPY ->
                                "-%s * log(%s) - (1 - %s) * log(1 - %s)".formatted(y, a, y, a);
                    });
        }
        var sum = String.join(" + ", terms);
        return loss == Loss.HALF_SQUARED_ERROR ? "0.5 * (" + sum + ")" : sum;
    }
}
