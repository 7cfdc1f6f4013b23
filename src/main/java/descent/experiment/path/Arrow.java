package descent.experiment.path;

import descent.engine.path.OptimizerPath;
import descent.engine.path.OptimizerPath.Pair;
import descent.engine.path.OptimizerPath.Point;
import descent.engine.path.OptimizerPath.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A term of the update that comes next, from where the optimizer stands.
 *
 * @param term gradient, memory or step
 * @param x how far to the right it points, in units of the picture
 * @param y how far down
 */
record Arrow(String term, double x, double y) {
    static final List<String> TERMS = List.of("gradient", "memory", "step");

    /** Of terms that are only directions: long enough to be seen, whatever their size. */
    private static final double LONG = 70;

    /**
     * The terms after a point. Of gradient descent and momentum they are as long as they count, and
     * add up to the step; other optimizers first divide by what they remember, so that only the
     * directions of gradient and memory can be drawn.
     *
     * @param number of the point; of the last nothing follows
     */
    static List<Arrow> after(
            int number, Walker walker, double rate, OptimizerPath path, Frame frame) {
        if (number + 1 >= path.points().size()) {
            return List.of();
        }
        var here = path.points().get(number);
        var next = path.points().get(number + 1);
        var step = between(here.at(), next.at());
        var arrows = new ArrayList<Arrow>();
        if (walker.isAdding()) {
            var gradient = times(-rate, here.slope());
            arrows.add(of("gradient", gradient, frame));
            arrows.add(of("memory", between(gradient, step), frame));
        } else if (!walker.isPlain()) {
            direction("gradient", times(-1, here.slope())).ifPresent(arrows::add);
            memory(walker, next)
                    .flatMap(memory -> direction("memory", times(-1, memory)))
                    .ifPresent(arrows::add);
        }
        arrows.add(of("step", step, frame));
        return arrows;
    }

    /** The running mean of the gradients, where one is kept. */
    private static Optional<Pair> memory(Walker walker, Point point) {
        var name = walker == Walker.RMS_PROP ? "v" : "m";
        return point.state().stream()
                .filter(state -> state.name().equals(name))
                .map(State::values)
                .findFirst();
    }

    private static Pair between(Pair from, Pair to) {
        return new Pair(to.x() - from.x(), to.y() - from.y());
    }

    private static Pair times(double factor, Pair pair) {
        return new Pair((float) (factor * pair.x()), (float) (factor * pair.y()));
    }

    private static Arrow of(String term, Pair length, Frame frame) {
        return new Arrow(
                term,
                Frame.drawn(length.x() * frame.unit()),
                Frame.drawn(-length.y() * frame.unit()));
    }

    private static Optional<Arrow> direction(String term, Pair pair) {
        double length = Math.hypot(pair.x(), pair.y());
        return length > 0 && Double.isFinite(length)
                ? Optional.of(new Arrow(term, pair.x() / length * LONG, -pair.y() / length * LONG))
                : Optional.empty();
    }

    /** For the page's script: {@code step 12.5 -3}. */
    @Override
    public String toString() {
        return term + " " + Frame.text(x) + " " + Frame.text(y);
    }
}
