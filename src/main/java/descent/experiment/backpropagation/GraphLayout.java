package descent.experiment.backpropagation;

import descent.engine.autodiff.Graph;
import descent.engine.autodiff.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the nodes of a graph stand: all edges lead to the right, and nodes stand near those that
 * they are joined to. Constants need no place: they are drawn into the nodes that use them.
 */
final class GraphLayout {
    /**
     * @param column from 0
     * @param row from 0, with fractions; in one column at least 1 apart
     */
    record Place(int column, double row) {}

    private static final int SWEEPS = 12;

    /** A node on its way to its place. */
    private static final class Seat {
        private final List<Seat> neighbours = new ArrayList<>();
        private int column;
        private double row;
        private double wished;

        void join(Seat other) {
            neighbours.add(other);
            other.neighbours.add(this);
        }
    }

    private GraphLayout() {}

    /** In the order of the graph's nodes. */
    static List<Place> of(Graph graph) {
        var seats = graph.nodes().stream().map(_ -> new Seat()).toList();
        setColumns(graph, seats);
        setRows(graph, seats);
        double top = seats.stream().mapToDouble(seat -> seat.row).min().orElse(0);
        return seats.stream().map(seat -> new Place(seat.column, seat.row - top)).toList();
    }

    /** The places of what a node is computed of, without constants. */
    static List<Integer> parts(Graph graph, Node node) {
        var arguments =
                node instanceof Node.Computed computed ? computed.arguments() : List.<Integer>of();
        return arguments.stream()
                .filter(place -> !(graph.nodes().get(place) instanceof Node.Constant))
                .distinct()
                .toList();
    }

    /** One after the last of its parts; what needs no others stands right before its first use. */
    private static void setColumns(Graph graph, List<Seat> seats) {
        for (int i = 0; i < seats.size(); i++) {
            for (int part : parts(graph, graph.nodes().get(i))) {
                seats.get(i).join(seats.get(part));
                seats.get(i).column = Math.max(seats.get(i).column, seats.get(part).column + 1);
            }
        }
        for (int i = seats.size() - 1; i >= 0; i--) {
            var seat = seats.get(i);
            var parts = parts(graph, graph.nodes().get(i));
            if (parts.stream().allMatch(part -> graph.nodes().get(part) instanceof Node.Input)) {
                seat.neighbours.stream()
                        .mapToInt(neighbour -> neighbour.column)
                        .filter(column -> column > seat.column)
                        .min()
                        .ifPresent(first -> seat.column = first - 1);
            }
        }
    }

    /** Back and forth, each node moves to the middle of its neighbours, as far as there is room. */
    private static void setRows(Graph graph, List<Seat> seats) {
        var columns = new ArrayList<List<Seat>>();
        for (int i = 0; i < seats.size(); i++) {
            if (!(graph.nodes().get(i) instanceof Node.Constant)) {
                var seat = seats.get(i);
                while (columns.size() <= seat.column) {
                    columns.add(new ArrayList<>());
                }
                seat.row = columns.get(seat.column).size();
                columns.get(seat.column).add(seat);
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            var order = sweep % 2 == 0 ? columns.reversed() : columns;
            order.forEach(GraphLayout::settle);
        }
    }

    private static void settle(List<Seat> column) {
        for (var seat : column) {
            var rows = seat.neighbours.stream().mapToDouble(neighbour -> neighbour.row);
            seat.wished = rows.average().orElse(seat.row);
        }
        column.sort(Comparator.comparingDouble(seat -> seat.wished));
        double next = Double.NEGATIVE_INFINITY;
        double shift = 0;
        for (var seat : column) {
            seat.row = Math.max(seat.wished, next);
            shift += seat.row - seat.wished;
            next = seat.row + 1;
        }
        for (var seat : column) {
            seat.row -= shift / column.size();
        }
    }
}
