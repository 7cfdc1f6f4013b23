package descent.engine.autodiff;

import descent.engine.rule.RuleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A computation graph: numbers with names, each computed of earlier ones, and what the inputs are.
 * Made of formulas in the language of update rules, for example
 *
 * <pre>
 * z = w * x + b
 * a = sigmoid(z)
 * L = (a - y)^2
 * </pre>
 *
 * <p>Every operation is a node. One without a name in the formulas is called u1, u2, ….
 */
public final class Graph {
    private final List<Node> nodes;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Double> inputs;

    Graph(List<Node> nodes, Map<String, Double> inputs) {
        this.nodes = List.copyOf(nodes);
        this.inputs = new LinkedHashMap<>(inputs);
        for (int i = 0; i < nodes.size(); i++) places.putIfAbsent(nodes.get(i).name(), i);
    }

    /**
     * @param formulas assignments, one to a line
     * @param inputs the values of the names that they use and do not assign
     * @throws RuleException with the place and what was expected there
     */
    public static Graph of(String formulas, Map<String, Double> inputs) {
        return new GraphReader(inputs).read(formulas);
    }

    /** The same graph for other values of some inputs. */
    public Graph with(Map<String, Double> changed) {
        var all = new LinkedHashMap<>(inputs);
        changed.forEach((name, value) -> {
            if (!all.containsKey(name))
                throw new IllegalArgumentException(
                        "the graph has no input " + name + ", only " + inputs.keySet());
            all.put(name, value);
        });
        return new Graph(nodes, all);
    }

    /** Each after those it is computed of. */
    public List<Node> nodes() {
        return nodes;
    }

    public Map<String, Double> inputs() {
        return new LinkedHashMap<>(inputs);
    }

    /** The last node: what the formulas are about. */
    public String output() {
        return nodes.getLast().name();
    }

    /** The values of all nodes, one computed after the other. */
    public Forward forward() {
        var values = new double[nodes.size()];
        var steps = new ArrayList<Forward.Step>();
        for (int i = 0; i < values.length; i++)
            values[i] =
                    switch (nodes.get(i)) {
                        case Node.Input(var name) -> input(name);
                        case Node.Constant(_, double value) -> value;
                        case Node.Computed node -> computed(node, values, steps);
                    };
        return new Forward(this, values, steps);
    }

    private double input(String name) {
        var value = inputs.get(name);
        if (value == null) throw new IllegalStateException("no value for " + name);
        return value;
    }

    private double computed(Node.Computed node, double[] values, List<Forward.Step> steps) {
        double a = values[node.first()];
        double b = values[node.second()];
        double y = node.operation().value(a, b);
        var formula = node.operation().formula(name(node.first()), name(node.second()));
        var numbers = node.operation().formula(Forward.shown(a), Forward.shown(b));
        steps.add(new Forward.Step(node.name(), formula, numbers, y));
        return y;
    }

    String name(int place) {
        return nodes.get(place).name();
    }

    int place(String name) {
        var place = places.get(name);
        if (place == null)
            throw new IllegalArgumentException(
                    "the graph has no node " + name + ", only " + places.keySet());
        return place;
    }
}
