package descent.engine.path;

import descent.engine.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of an optimizer down a surface: its own arithmetic in float32, the surface's slopes in
 * double, rounded once.
 *
 * @param points from the start on, one after each step
 * @param diverged whether the last point is where the loss left all bounds
 */
public record OptimizerPath(List<Point> points, boolean diverged) {
    /** As the runs of experiments have it by default. */
    private static final double LOSS_ABOVE = 1e9;

    /** Within a hundredth of the window's width a minimum counts as reached. */
    private static final double NEAR = 0.01;

    /**
     * Where it is after a step.
     *
     * @param step from 0, the start
     * @param slope of the surface here
     * @param state of the optimizer, as the step to here left it
     */
    public record Point(int step, Pair at, double loss, Pair slope, List<State> state) {
        public Point {
            state = List.copyOf(state);
        }
    }

    /** One number for each of the two weights. */
    public record Pair(float x, float y) {}

    /** One of {@link Optimizer#state}. */
    public record State(String name, Pair values) {}

    public OptimizerPath {
        points = List.copyOf(points);
    }

    /** So many steps, or fewer if it diverges. */
    public static OptimizerPath of(
            Optimizer optimizer, LossSurface surface, LossSurface.Position start, int steps) {
        var names = optimizer.state();
        var update = optimizer.start();
        var w = new float[] {(float) start.x(), (float) start.y()};
        var g = new float[2];
        var state = new float[names.size()][2];
        var points = new ArrayList<Point>();
        points.add(point(0, surface, w, names, state));
        while (points.size() <= steps && isFinite(points.getLast())) {
            var slope = points.getLast().slope();
            g[0] = slope.x();
            g[1] = slope.y();
            update.update(w, g, state, optimizer.learningRate(), points.size());
            points.add(point(points.size(), surface, w, names, state));
        }
        return new OptimizerPath(points, !isFinite(points.getLast()));
    }

    private static Point point(
            int step, LossSurface surface, float[] w, List<String> names, float[][] state) {
        var states = new ArrayList<State>();
        for (int i = 0; i < state.length; i++)
            states.add(new State(names.get(i), new Pair(state[i][0], state[i][1])));
        return new Point(
                step,
                new Pair(w[0], w[1]),
                surface.value(w[0], w[1]),
                new Pair(
                        (float) surface.slopeByX(w[0], w[1]), (float) surface.slopeByY(w[0], w[1])),
                states);
    }

    private static boolean isFinite(Point point) {
        return point.loss() <= LOSS_ABOVE;
    }

    /** The step from which on it stays at one of the surface's minima, and at which. */
    public Optional<Arrival> arrival(LossSurface surface) {
        for (var minimum : surface.minima()) {
            int from = points.size();
            while (from > 0 && isNear(points.get(from - 1), minimum, surface)) from--;
            if (from < points.size()) return Optional.of(new Arrival(from, minimum));
        }
        return Optional.empty();
    }

    /** That it came to a minimum, and stayed. */
    public record Arrival(int step, LossSurface.Position minimum) {}

    private static boolean isNear(Point point, LossSurface.Position minimum, LossSurface surface) {
        double dx = point.at().x() - minimum.x();
        double dy = point.at().y() - minimum.y();
        double near = NEAR * surface.window().width();
        return dx * dx + dy * dy <= near * near;
    }
}
