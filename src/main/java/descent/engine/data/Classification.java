package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Or;
import descent.engine.OutOfBounds;
import descent.engine.Range;
import descent.engine.tensor.RandomStream;

/** Generated classes of points. Where not said otherwise, two classes in a plane. */
public sealed interface Classification extends DataSource {
    /** The radius that figures in the plane fill. */
    double RADIUS = 5;

    Sample sample();

    /** Example i, without noise. */
    void draw(int i, Examples examples, RandomStream random);

    default int classes() {
        return 2;
    }

    @Override
    default int inputs() {
        return 2;
    }

    @Override
    default int size() {
        return sample().size();
    }

    @Override
    default double labelNoise() {
        return sample().labelNoise();
    }

    @Override
    default Task task() {
        return new Task(classes());
    }

    @Override
    default Examples draw(RandomStream random) {
        var examples = Examples.ofSize(size(), inputs());
        for (int i = 0; i < size(); i++) {
            draw(i, examples, random);
            var input = examples.inputs()[i];
            for (int j = 0; j < input.length; j++) input[j] += sample().noise() * random.normal();
        }
        return examples;
    }

    /** Arms that wind around each other, from the centre to radius 5. */
    record Spirals(
            @Inline Sample sample,
            @Range(min = 2, max = 5) @Or("2") int arms,
            @Range(min = 0.1, max = 4) @Or("1.75") double turns)
            implements Classification {
        public Spirals {
            Bounds.check(Spirals.class, sample, arms, turns);
        }

        @Override
        public int classes() {
            return arms;
        }

        @Override
        public void draw(int i, Examples examples, RandomStream random) {
            int arm = i % arms;
            double way = (double) (i / arms) / ((size() + arms - 1) / arms);
            double angle = 2 * Math.PI * (turns * way + (double) arm / arms);
            double r = RADIUS * way;
            examples.set(i, arm, r * StrictMath.sin(angle), r * StrictMath.cos(angle));
        }
    }

    /** Two half circles that reach into each other. */
    record Moons(@Inline Sample sample) implements Classification {
        @Override
        public void draw(int i, Examples examples, RandomStream random) {
            double angle = Math.PI * random.uniform();
            double x = StrictMath.cos(angle);
            double y = StrictMath.sin(angle);
            double scale = RADIUS / 1.5;
            if (i % 2 == 0) examples.set(i, 0, scale * (x - 0.5), scale * (y - 0.25));
            else examples.set(i, 1, scale * (0.5 - x), scale * (0.25 - y));
        }
    }

    /**
     * A ring around another.
     *
     * @param ratio of the inner ring's radius to the outer's, which is 5
     */
    record Circles(@Inline Sample sample, @Range(min = 0, max = 0.95) @Or("0.5") double ratio)
            implements Classification {
        public Circles {
            Bounds.check(Circles.class, sample, ratio);
        }

        @Override
        public void draw(int i, Examples examples, RandomStream random) {
            double angle = 2 * Math.PI * random.uniform();
            double r = i % 2 == 0 ? RADIUS * ratio : RADIUS;
            examples.set(i, i % 2, r * StrictMath.cos(angle), r * StrictMath.sin(angle));
        }
    }

    /** Opposite quarters of a square belong together: no straight line parts them. */
    record Xor(@Inline Sample sample) implements Classification {
        private static final double GAP = 0.3;

        @Override
        public void draw(int i, Examples examples, RandomStream random) {
            double x = random.uniform(-RADIUS, RADIUS);
            double y = random.uniform(-RADIUS, RADIUS);
            int label = x * y >= 0 ? 0 : 1;
            examples.set(i, label, x + Math.copySign(GAP, x), y + Math.copySign(GAP, y));
        }
    }

    /**
     * The squares of a board, by turns of one class and the other.
     *
     * @param squares on each side
     */
    record Checkerboard(@Inline Sample sample, @Range(min = 2, max = 10) @Or("4") int squares)
            implements Classification {
        public Checkerboard {
            Bounds.check(Checkerboard.class, sample, squares);
        }

        @Override
        public void draw(int i, Examples examples, RandomStream random) {
            double x = random.uniform();
            double y = random.uniform();
            int label = ((int) (x * squares) + (int) (y * squares)) % 2;
            examples.set(i, label, RADIUS * (2 * x - 1), RADIUS * (2 * y - 1));
        }
    }

    /**
     * Gaussian clouds: the noise is their standard deviation. In the plane their centres stand on a
     * circle of radius 3, else they are drawn, each coordinate with standard deviation 1.5.
     */
    record Blobs(
            @Inline Sample sample,
            @Range(min = 2, max = 10) @Or("3") int classes,
            @Range(min = 1, max = 1000) @Or("2") int dimensions)
            implements Classification {
        public Blobs {
            Bounds.check(Blobs.class, sample, classes, dimensions);
            refuseTooMany(sample, dimensions);
        }

        @Override
        public int inputs() {
            return dimensions;
        }

        @Override
        public void draw(int i, Examples examples, RandomStream random) {
            int label = i % classes;
            var centres = random.part(label);
            var input = new double[dimensions];
            double angle = 2 * Math.PI * label / classes;
            if (dimensions == 2) {
                input[0] = 3 * StrictMath.cos(angle);
                input[1] = 3 * StrictMath.sin(angle);
            } else for (int j = 0; j < dimensions; j++) input[j] = 1.5 * centres.normal();
            examples.set(i, label, input);
        }
    }

    /** Normal points with standard deviation 2, whose labels say nothing: to learn by heart. */
    record RandomLabels(
            @Inline Sample sample,
            @Range(min = 2, max = 10) @Or("2") int classes,
            @Range(min = 1, max = 1000) @Or("2") int dimensions)
            implements Classification {
        public RandomLabels {
            Bounds.check(RandomLabels.class, sample, classes, dimensions);
            refuseTooMany(sample, dimensions);
        }

        @Override
        public int inputs() {
            return dimensions;
        }

        @Override
        public void draw(int i, Examples examples, RandomStream random) {
            var input = new double[dimensions];
            for (int j = 0; j < dimensions; j++) input[j] = 2 * random.normal();
            examples.set(i, random.below(classes), input);
        }
    }

    private static void refuseTooMany(Sample sample, int dimensions) {
        long numbers = (long) sample.size() * dimensions;
        if (numbers > 10_000_000)
            throw new OutOfBounds(
                    "dimensions", "at most 10000000 / size, which is " + sample.size(), dimensions);
    }
}
