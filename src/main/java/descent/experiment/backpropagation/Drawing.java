package descent.experiment.backpropagation;

import descent.engine.autodiff.Graph;
import descent.engine.autodiff.Node;
import descent.engine.autodiff.Operation;
import descent.experiment.Numbers;
import descent.experiment.backpropagation.GraphLayout.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A walk as a picture: what of it is seen in which step stands beside each mark.
 *
 * @param width in the picture's own units, as all lengths
 */
record Drawing(int width, int height, List<Mark> marks, List<Edge> edges) {
    private static final int COLUMN = 80;
    private static final int ROW = 72;
    private static final int MARGIN = 46;
    private static final int HALF_HEIGHT = 15;

    /**
     * A node.
     *
     * @param symbol what it does, or the name of what is given
     * @param name below the symbol, where the symbol is not the name; else empty
     * @param kind input, parameter, target or operation
     * @param values one after the other, each with the steps it stands for; so the gradients
     * @param steps those which are about this node
     */
    record Mark(
            String symbol,
            String name,
            String kind,
            int x,
            int y,
            int halfWidth,
            List<Shown> values,
            List<Shown> gradients,
            String steps) {}

    /**
     * @param path in SVG's language
     * @param steps those which are about this edge
     * @param local the derivative along it, seen while its step is shown
     */
    record Edge(String path, int middleX, int middleY, String steps, Shown local) {}

    /**
     * @param from the first step in which it is seen
     * @param until the first in which it is not any more
     */
    record Shown(String text, int from, int until) {
        public boolean at(int step) {
            return step >= from && step < until;
        }
    }

    Drawing {
        marks = List.copyOf(marks);
        edges = List.copyOf(edges);
    }

    static Drawing of(Walk walk) {
        var places = GraphLayout.of(walk.graph());
        var marks = new ArrayList<Mark>();
        var edges = new ArrayList<Edge>();
        var nodes = walk.graph().nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (!(nodes.get(i) instanceof Node.Constant)) {
                marks.add(mark(walk, nodes.get(i), places.get(i)));
            }
            for (int part : GraphLayout.parts(walk.graph(), nodes.get(i))) {
                edges.add(edge(walk, part, i, places));
            }
        }
        int columns = places.stream().mapToInt(Place::column).max().orElse(0);
        double rows = places.stream().mapToDouble(Place::row).max().orElse(0);
        return new Drawing(
                columns * COLUMN + 2 * MARGIN, (int) (rows * ROW) + 2 * MARGIN, marks, edges);
    }

    private static Mark mark(Walk walk, Node node, Place place) {
        var symbol =
                node instanceof Node.Computed computed
                        ? symbol(walk.graph(), computed)
                        : node.name();
        return new Mark(
                symbol,
                symbol.equals(node.name()) ? "" : node.name(),
                kind(node),
                x(place),
                y(place),
                Math.max(20, 4 * symbol.length() + 8),
                values(walk, node),
                gradients(walk, node.name()),
                steps(walk, node.name()));
    }

    private static String kind(Node node) {
        if (node instanceof Node.Computed) {
            return "operation";
        }
        if (Exercise.isParameter(node.name())) {
            return "parameter";
        }
        return node.name().startsWith("y") ? "target" : "input";
    }

    /** What a node computes, in one or two characters; a constant stands at its side. */
    private static String symbol(Graph graph, Node.Computed node) {
        var first = graph.nodes().get(node.arguments().getFirst());
        var second = graph.nodes().get(node.arguments().getLast());
        var sign =
                switch (node.operation()) {
                    case ADD -> "+";
                    case SUBTRACT, NEGATE -> "−";
                    case MULTIPLY -> "×";
                    case DIVIDE -> "÷";
                    case POWER -> "^";
                    case SIGMOID -> "σ";
                    case EXP, LOG, SQRT, ABS, TANH, RELU, SOFTPLUS, SIN, COS, MAX, MIN ->
                            node.operation().name().toLowerCase(Locale.ROOT);
                };
        if (node.operation() == Operation.POWER
                && second instanceof Node.Constant(_, double exponent)
                && exponent == 2) {
            return "( )²";
        }
        return (first instanceof Node.Constant ? first.name() + " " : "")
                + sign
                + (second instanceof Node.Constant ? " " + second.name() : "");
    }

    /** The first forward pass, and the second; what is given changes with the update. */
    private static List<Shown> values(Walk walk, Node node) {
        int first = walk.valueAt(node.name());
        int second = node instanceof Node.Input ? walk.updateAt() : walk.last();
        return List.of(
                new Shown(Numbers.brief(walk.forward().value(node.name())), first, second),
                new Shown(Numbers.brief(walk.again().value(node.name())), second, walk.last() + 1));
    }

    /** Each share that arrives makes another number; those of the first pass end with it. */
    private static List<Shown> gradients(Walk walk, String node) {
        var numbers = new ArrayList<Shown>();
        if (node.equals(walk.graph().output())) {
            numbers.add(new Shown(Numbers.brief(1), walk.seedAt(), walk.last()));
        }
        var steps = walk.backward().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).to().equals(node)) {
                int at = walk.seedAt() + 1 + i;
                if (!numbers.isEmpty()) {
                    var before = numbers.removeLast();
                    numbers.add(new Shown(before.text(), before.from(), at));
                }
                numbers.add(new Shown(Numbers.brief(steps.get(i).total()), at, walk.last()));
            }
        }
        return numbers;
    }

    private static String steps(Walk walk, String node) {
        var steps = new StringBuilder();
        int valueAt = walk.valueAt(node);
        if (valueAt > 0) {
            steps.append(valueAt);
        }
        if (node.equals(walk.graph().output())) {
            steps.append(' ').append(walk.seedAt());
        }
        var passes = walk.backward().steps();
        for (int i = 0; i < passes.size(); i++) {
            if (passes.get(i).to().equals(node)) {
                steps.append(' ').append(walk.seedAt() + 1 + i);
            }
        }
        if (Exercise.isParameter(node)) {
            steps.append(' ').append(walk.updateAt());
        }
        return steps.toString().strip();
    }

    private static Edge edge(Walk walk, int from, int to, List<Place> places) {
        int x1 = x(places.get(from));
        int y1 = y(places.get(from));
        int x2 = x(places.get(to));
        int y2 = y(places.get(to));
        int bend = (x2 - x1) / 2;
        var path =
                "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        var end = walk.graph().nodes().get(to).name();
        int pass = passAt(walk, end, walk.graph().nodes().get(from).name());
        var local = walk.backward().steps().get(pass - walk.seedAt() - 1).local();
        return new Edge(
                path,
                (x1 + x2) / 2,
                (y1 + y2) / 2,
                walk.valueAt(end) + " " + pass,
                new Shown("× " + Numbers.brief(local), pass, pass + 1));
    }

    private static int passAt(Walk walk, String from, String to) {
        var passes = walk.backward().steps();
        for (int i = 0; i < passes.size(); i++) {
            if (passes.get(i).from().equals(from) && passes.get(i).to().equals(to)) {
                return walk.seedAt() + 1 + i;
            }
        }
        throw new IllegalStateException("no gradient passes from " + from + " to " + to);
    }

    private static int x(Place place) {
        return MARGIN + place.column() * COLUMN;
    }

    private static int y(Place place) {
        return MARGIN + (int) Math.round(place.row() * ROW);
    }

    /** Half of a node's height. */
    public int half() {
        return HALF_HEIGHT;
    }
}
