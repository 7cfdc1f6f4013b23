package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Or;
import descent.engine.Range;
import descent.engine.tensor.RandomStream;

/** Generated numbers to predict, from inputs uniform in [-5, 5]. */
public sealed interface Regression extends DataSource {
    NoisyTargets sample();

    /** The number to predict, without noise. */
    double target(double[] input);

    @Override
    default int inputs() {
        return 1;
    }

    @Override
    default int size() {
        return sample().size();
    }

    @Override
    default double labelNoise() {
        return 0;
    }

    @Override
    default Task task() {
        return Task.REGRESSION;
    }

    @Override
    default Examples draw(RandomStream random) {
        var examples = Examples.ofSize(size(), inputs());
        for (int i = 0; i < size(); i++) {
            var input = new double[inputs()];
            for (int j = 0; j < input.length; j++) input[j] = random.uniform(-5, 5);
            examples.set(i, target(input) + sample().noise() * random.normal(), input);
        }
        return examples;
    }

    /** y = slope·x + intercept. */
    record Linear(
            @Inline NoisyTargets sample,
            @Range(min = -10, max = 10) @Or("0.2") double slope,
            @Range(min = -10, max = 10) @Or("0") double intercept)
            implements Regression {
        public Linear {
            Bounds.check(Linear.class, sample, slope, intercept);
        }

        @Override
        public double target(double[] input) {
            return slope * input[0] + intercept;
        }
    }

    /** y = T(x/5), T the Chebyshev polynomial of this degree: it swings between -1 and 1. */
    record Polynomial(@Inline NoisyTargets sample, @Range(min = 1, max = 9) @Or("3") int degree)
            implements Regression {
        public Polynomial {
            Bounds.check(Polynomial.class, sample, degree);
        }

        @Override
        public double target(double[] input) {
            double x = input[0] / 5;
            double before = 1;
            double value = x;
            for (int i = 1; i < degree; i++) {
                double next = 2 * x * value - before;
                before = value;
                value = next;
            }
            return value;
        }
    }

    /** y = sin(2π periods x / 10): so many periods between -5 and 5. */
    record Sine(@Inline NoisyTargets sample, @Range(min = 0.1, max = 10) @Or("1") double periods)
            implements Regression {
        public Sine {
            Bounds.check(Sine.class, sample, periods);
        }

        @Override
        public double target(double[] input) {
            return StrictMath.sin(2 * Math.PI * periods * input[0] / 10);
        }
    }

    /** y = (x1 + x2) / 10. */
    record Plane(@Inline NoisyTargets sample) implements Regression {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public double target(double[] input) {
            return (input[0] + input[1]) / 10;
        }
    }

    /** A hill at (2, 2) and a hollow at (-2, -2), both Gaussian with standard deviation 1.5. */
    record Bumps(@Inline NoisyTargets sample) implements Regression {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public double target(double[] input) {
            return bump(input, 2) - bump(input, -2);
        }

        private static double bump(double[] input, double centre) {
            double dx = input[0] - centre;
            double dy = input[1] - centre;
            return StrictMath.exp(-(dx * dx + dy * dy) / (2 * 1.5 * 1.5));
        }
    }
}
