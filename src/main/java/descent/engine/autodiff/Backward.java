package descent.engine.autodiff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradients of a graph's node.
 *
 * @param output whose they are
 * @param steps one for each edge, from the output on
 * @param gradients by the names of the nodes up to the output; 0 where nothing leads to it
 */
public record Backward(String output, List<Step> steps, Map<String, Double> gradients) {
    /**
     * The chain rule along one edge.
     *
     * @param from the node that passes its gradient on
     * @param to one that it is computed of
     * @param upstream the gradient of {@code from}, complete by now
     * @param slope of {@code from} by {@code to}, as a formula: {@code a * (1 - a)}
     * @param local the same as a number
     * @param passed upstream times local
     * @param total the gradient of {@code to} so far: what all its edges have passed
     */
    public record Step(
            String from,
            String to,
            double upstream,
            String slope,
            double local,
            double passed,
            double total) {}

    public Backward {
        steps = List.copyOf(steps);
        gradients = new LinkedHashMap<>(gradients);
    }

    /**
     * @param node a name
     */
    public double gradient(String node) {
        var gradient = gradients.get(node);
        if (gradient == null)
            throw new IllegalArgumentException(
                    "no gradient by " + node + ", only by " + gradients.keySet());
        return gradient;
    }
}
