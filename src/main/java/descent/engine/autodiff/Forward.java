package descent.engine.autodiff;

import descent.engine.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph's values, and the way back from one of them. */
public final class Forward {
    /**
     * A node that was computed.
     *
     * @param formula in names: {@code w * x}
     * @param numbers in values, rounded to be read: {@code 0.5 * 2}
     */
    public record Step(String node, String formula, String numbers, double value) {}

    private final Graph graph;
    private final double[] values;
    private final List<Step> steps;

    Forward(Graph graph, double[] values, List<Step> steps) {
        this.graph = graph;
        this.values = values;
        this.steps = List.copyOf(steps);
    }

    /** In the order they are computed in. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * @param node a name
     */
    public double value(String node) {
        return values[graph.place(node)];
    }

    /** Of all nodes by their names. */
    public Map<String, Double> values() {
        var all = new LinkedHashMap<String, Double>();
        for (int i = 0; i < values.length; i++) all.put(graph.name(i), values[i]);
        return all;
    }

    /** The gradients of the last node. */
    public Backward backward() {
        return backward(graph.output());
    }

    /**
     * The gradients of a node by all before it, from the last to the first: each passes its own on
     * to those it is computed of, times its slope by them.
     */
    public Backward backward(String output) {
        int last = graph.place(output);
        var gradients = new double[values.length];
        var reached = new boolean[values.length];
        gradients[last] = 1;
        reached[last] = true;
        var steps = new ArrayList<Backward.Step>();
        for (int i = last; i >= 0; i--)
            if (reached[i] && graph.nodes().get(i) instanceof Node.Computed node)
                for (int k = 0; k < node.arguments().size(); k++) {
                    int to = node.arguments().get(k);
                    if (graph.nodes().get(to) instanceof Node.Constant) continue;
                    steps.add(step(i, node, k, gradients));
                    reached[to] = true;
                }
        var named = new LinkedHashMap<String, Double>();
        for (int i = 0; i <= last; i++)
            if (!(graph.nodes().get(i) instanceof Node.Constant))
                named.put(graph.name(i), gradients[i]);
        return new Backward(output, steps, named);
    }

    private Backward.Step step(int from, Node.Computed node, int argument, double[] gradients) {
        double a = values[node.first()];
        double b = values[node.second()];
        double y = values[from];
        int to = node.arguments().get(argument);
        double slope =
                argument == 0
                        ? node.operation().slopeByFirst(a, b, y)
                        : node.operation().slopeBySecond(a, b, y);
        double passed = gradients[from] * slope;
        gradients[to] += passed;
        var text =
                node.operation()
                        .slope(
                                argument,
                                graph.name(node.first()),
                                graph.name(node.second()),
                                node.name());
        return new Backward.Step(
                node.name(), graph.name(to), gradients[from], text, slope, passed, gradients[to]);
    }

    /** At most six digits, for reading. */
    static String shown(double value) {
        if (!Double.isFinite(value)) return Double.toString(value);
        var rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        var text = NumberText.of(rounded.doubleValue());
        return value < 0 ? "(" + text + ")" : text;
    }
}
