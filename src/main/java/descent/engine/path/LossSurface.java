package descent.engine.path;

import descent.engine.Named;
import java.util.List;

/**
 * A loss of two weights x and y, with its slopes, to be descended before one's eyes. In double, by
 * sums and products only: the same on every machine.
 */
public enum LossSurface implements Named {
    /** x²/2 + y²/2: the gradient points straight away from the minimum. */
    BOWL(
            "x^2 / 2 + y^2 / 2",
            new Window(-4, 4, -3, 3),
            new Position(-3, 2),
            List.of(new Position(0, 0))) {
        @Override
        public double value(double x, double y) {
            return x * x / 2 + y * y / 2;
        }

        @Override
        public double slopeByX(double x, double y) {
            return x;
        }

        @Override
        public double slopeByY(double x, double y) {
            return y;
        }
    },
    /** x²/2 + 10 y²: twenty times as steep across as along. */
    RAVINE(
            "x^2 / 2 + 10 * y^2",
            new Window(-4, 4, -3, 3),
            new Position(-3.5, 1.5),
            List.of(new Position(0, 0))) {
        @Override
        public double value(double x, double y) {
            return x * x / 2 + 10 * y * y;
        }

        @Override
        public double slopeByX(double x, double y) {
            return x;
        }

        @Override
        public double slopeByY(double x, double y) {
            return 20 * y;
        }
    },
    /** x²/2 - y²/2 + y⁴/16: a saddle at (0, 0) between two minima of -1. */
    SADDLE(
            "x^2 / 2 - y^2 / 2 + y^4 / 16",
            new Window(-4, 4, -3, 3),
            new Position(-3.5, 0.01),
            List.of(new Position(0, -2), new Position(0, 2))) {
        @Override
        public double value(double x, double y) {
            return x * x / 2 - y * y / 2 + y * y * y * y / 16;
        }

        @Override
        public double slopeByX(double x, double y) {
            return x;
        }

        @Override
        public double slopeByY(double x, double y) {
            return y * y * y / 4 - y;
        }
    },
    /** (1 - x)² + 100 (y - x²)² (Rosenbrock 1960): a bent valley, whose floor hardly falls. */
    ROSENBROCK(
            "(1 - x)^2 + 100 * (y - x^2)^2",
            new Window(-2, 2, -1, 2),
            new Position(-1.2, 1),
            List.of(new Position(1, 1))) {
        @Override
        public double value(double x, double y) {
            double a = 1 - x;
            double b = y - x * x;
            return a * a + 100 * b * b;
        }

        @Override
        public double slopeByX(double x, double y) {
            return -2 * (1 - x) - 400 * x * (y - x * x);
        }

        @Override
        public double slopeByY(double x, double y) {
            return 200 * (y - x * x);
        }
    },
    /**
     * (1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)² (Beale 1958): flat, with steep walls
     * at the corners.
     */
    BEALE(
            "(1.5 - x + x * y)^2 + (2.25 - x + x * y^2)^2 + (2.625 - x + x * y^3)^2",
            new Window(-4.5, 4.5, -3, 3),
            new Position(0.5, -2),
            List.of(new Position(3, 0.5))) {
        @Override
        public double value(double x, double y) {
            double a = 1.5 - x + x * y;
            double b = 2.25 - x + x * y * y;
            double c = 2.625 - x + x * y * y * y;
            return a * a + b * b + c * c;
        }

        @Override
        public double slopeByX(double x, double y) {
            return 2 * (1.5 - x + x * y) * (y - 1)
                    + 2 * (2.25 - x + x * y * y) * (y * y - 1)
                    + 2 * (2.625 - x + x * y * y * y) * (y * y * y - 1);
        }

        @Override
        public double slopeByY(double x, double y) {
            return 2 * (1.5 - x + x * y) * x
                    + 4 * (2.25 - x + x * y * y) * x * y
                    + 6 * (2.625 - x + x * y * y * y) * x * y * y;
        }
    },
    /** (x² - 1)² + 0.4 x + y²/2: two valleys, the left one deeper. */
    TWO_MINIMA(
            "(x^2 - 1)^2 + 0.4 * x + y^2 / 2",
            new Window(-2, 2, -1.5, 1.5),
            new Position(1.8, 1.2),
            // The outer roots of 4 x³ - 4 x + 0.4.
            List.of(new Position(-1.0466805318046023, 0), new Position(0.9456492739235915, 0))) {
        @Override
        public double value(double x, double y) {
            double a = x * x - 1;
            return a * a + 0.4 * x + y * y / 2;
        }

        @Override
        public double slopeByX(double x, double y) {
            return 4 * x * (x * x - 1) + 0.4;
        }

        @Override
        public double slopeByY(double x, double y) {
            return y;
        }
    };

    /** Two weights. */
    public record Position(double x, double y) {}

    /** What of the surface is worth to be looked at. */
    public record Window(double left, double right, double bottom, double top) {
        public double width() {
            return right - left;
        }

        public double height() {
            return top - bottom;
        }
    }

    private final String formula;
    private final Window window;
    private final Position start;
    private final List<Position> minima;

    LossSurface(String formula, Window window, Position start, List<Position> minima) {
        this.formula = formula;
        this.window = window;
        this.start = start;
        this.minima = minima;
    }

    public abstract double value(double x, double y);

    public abstract double slopeByX(double x, double y);

    public abstract double slopeByY(double x, double y);

    /** In the language of {@code engine.rule}. */
    public String formula() {
        return formula;
    }

    public Window window() {
        return window;
    }

    /** Where a descent usually begins. */
    public Position start() {
        return start;
    }

    /** All of them, the deepest first. */
    public List<Position> minima() {
        return minima;
    }
}
