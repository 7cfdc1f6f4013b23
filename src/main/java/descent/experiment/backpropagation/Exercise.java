package descent.experiment.backpropagation;

import descent.engine.autodiff.Backward;
import descent.engine.autodiff.Graph;
import descent.engine.autodiff.NetworkFormulas;
import descent.engine.autodiff.NetworkFormulas.Loss;
import descent.engine.autodiff.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small network with all its numbers, to be followed by hand.
 *
 * @param sizes units of each layer, the inputs first
 * @param output null for none: the sums themselves come out
 * @param numbers inputs, weights, biases and targets by their names
 */
record Exercise(
        List<Integer> sizes,
        Operation hidden,
        @Nullable Operation output,
        Loss loss,
        Map<String, Double> numbers,
        double learningRate) {
    Exercise {
        sizes = List.copyOf(sizes);
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        if (loss == Loss.BINARY_CROSS_ENTROPY && output != Operation.SIGMOID) {
            throw new IllegalArgumentException(
                    "binary cross-entropy needs outputs between 0 and 1, which these are not: "
                            + output);
        }
    }

    Graph graph() {
        return Graph.of(NetworkFormulas.of(sizes, hidden, output, loss), numbers);
    }

    /** Whether a number is learned: a weight or a bias. */
    static boolean isParameter(String name) {
        return name.startsWith("w") || name.startsWith("b");
    }

    /** The weights and biases after one step of gradient descent. */
    Map<String, Double> updated(Backward backward) {
        var after = new LinkedHashMap<String, Double>();
        numbers.forEach((name, value) -> {
            if (isParameter(name)) {
                after.put(name, value - learningRate * backward.gradient(name));
            }
        });
        return after;
    }
}
