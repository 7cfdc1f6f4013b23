package descent.engine.autodiff;

import descent.engine.NumberText;
import descent.engine.rule.Assignment;
import descent.engine.rule.Expression;
import descent.engine.rule.Parser;
import descent.engine.rule.Place;
import descent.engine.rule.RuleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes a graph of formulas. */
final class GraphReader {
    private static final int MOST_NODES = 2000;

    private final Map<String, Double> inputs;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int unnamed;

    GraphReader(Map<String, Double> inputs) {
        this.inputs = inputs;
        for (var name : inputs.keySet()) add(name, new Node.Input(name));
    }

    Graph read(String formulas) {
        var assignments = Parser.assignments(formulas, Operation.functions());
        if (assignments.isEmpty())
            throw new RuleException(new Place(1, 1), "a graph needs at least one formula");
        // Names of the formulas' own are taken, wherever they stand.
        for (var assignment : assignments) places.putIfAbsent(assignment.name(), -1);
        assignments.forEach(this::add);
        return new Graph(nodes, inputs);
    }

    private void add(Assignment assignment) {
        var name = assignment.name();
        Integer place = places.get(name);
        if (place != null && place >= 0)
            throw new RuleException(
                    assignment.place(),
                    "\"" + name + "\" is there already; every node has one name");
        add(name, node(name, assignment.value()));
    }

    private int add(String name, Node node) {
        if (nodes.size() >= MOST_NODES)
            throw new IllegalArgumentException("a graph may have at most " + MOST_NODES + " nodes");
        nodes.add(node);
        places.put(name, nodes.size() - 1);
        return nodes.size() - 1;
    }

    /** What a name is assigned; an input or a number becomes a node of its own by adding 0. */
    private Node node(String name, Expression value) {
        return switch (value) {
            case Expression.Apply apply -> computed(name, apply);
            case Expression.Number(double number, _) ->
                    new Node.Computed(name, Operation.ADD, List.of(constant(number), constant(0)));
            case Expression.Name _ ->
                    new Node.Computed(name, Operation.ADD, List.of(place(value), constant(0)));
        };
    }

    private Node computed(String name, Expression.Apply apply) {
        if (!Operation.isThere(apply.operation()))
            throw new RuleException(
                    apply.place(), "\"" + apply.operation() + "\" has no slope to work with");
        return new Node.Computed(
                name,
                Operation.of(apply.operation()),
                apply.arguments().stream().map(this::place).toList());
    }

    private int place(Expression value) {
        return switch (value) {
            case Expression.Number(double number, _) -> constant(number);
            case Expression.Name(var name, var at) -> {
                Integer place = places.get(name);
                if (place == null || place < 0)
                    throw new RuleException(
                            at,
                            place == null
                                    ? "there is no \"%s\"; known are %s"
                                            .formatted(
                                                    name, String.join(", ", new TreeSet<>(known())))
                                    : "\"" + name + "\" is used before it is computed");
                yield place;
            }
            case Expression.Apply apply -> {
                var node = computed("", apply);
                var name = newName();
                yield add(name, named((Node.Computed) node, name));
            }
        };
    }

    private List<String> known() {
        return places.keySet().stream().filter(name -> Character.isLetter(name.charAt(0))).toList();
    }

    private static Node named(Node.Computed node, String name) {
        return new Node.Computed(name, node.operation(), node.arguments());
    }

    private String newName() {
        String name;
        do name = "u" + ++unnamed;
        while (places.containsKey(name));
        return name;
    }

    private int constant(double number) {
        var name = NumberText.of(number);
        var known = places.get(name);
        return known != null ? known : add(name, new Node.Constant(name, number));
    }
}
