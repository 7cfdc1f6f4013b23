package descent.experiment.path;

import descent.engine.path.LossSurface.Position;
import descent.engine.path.LossSurface.Window;
import descent.engine.path.OptimizerPath.Pair;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Where on the picture a pair of weights stands, in the picture's own units. */
record Frame(Window window) {
    private static final int WIDTH = 800;

    /** Far outside, and still a number that every browser draws. */
    private static final double FAR = 10 * WIDTH;

    public int width() {
        return WIDTH;
    }

    public int height() {
        return (int) Math.round(window.height() * unit());
    }

    double x(double weight) {
        return drawn((weight - window.left()) * unit());
    }

    double y(double weight) {
        return drawn((window.top() - weight) * unit());
    }

    /** The length of a 1, in both directions. */
    double unit() {
        return WIDTH / window.width();
    }

    /** What is no number has left the picture too. */
    static double drawn(double length) {
        return Double.isNaN(length) ? FAR : Math.clamp(length, -FAR, FAR);
    }

    double weightX(double x) {
        return window.left() + x / unit();
    }

    double weightY(double y) {
        return window.top() - y / unit();
    }

    /** As in the points of a line: {@code 12.5,300}. */
    String point(Pair at) {
        return text(x(at.x())) + "," + text(y(at.y()));
    }

    /** As in a transform: {@code 12.5 300}. */
    public String place(Position at) {
        return text(x(at.x())) + " " + text(y(at.y()));
    }

    /** A tenth of a unit is finer than any screen. */
    static String text(double length) {
        return BigDecimal.valueOf(length)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
