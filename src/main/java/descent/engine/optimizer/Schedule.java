package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/** How the learning rate changes over a run: a factor for each step s = 0, 1, … of all. */
public sealed interface Schedule {
    /**
     * @param step from 0
     * @param steps of the whole run
     */
    double factor(long step, long steps);

    /** 1 throughout. */
    record Constant() implements Schedule {
        @Override
        public double factor(long step, long steps) {
            return 1;
        }
    }

    /** factor^floor(s / every): a step down every so many steps. */
    record Step(
            @Range(min = 1, max = 10_000_000) @Or("1000") int every,
            @Range(min = 0.001, max = 1) @Or("0.5") double factor)
            implements Schedule {
        public Step {
            Bounds.check(Step.class, every, factor);
        }

        @Override
        public double factor(long step, long steps) {
            return StrictMath.pow(factor, step / every);
        }
    }

    /** factor^s. */
    record Exponential(@Range(min = 0.9, max = 1) @Or("0.999") double factor) implements Schedule {
        public Exponential {
            Bounds.check(Exponential.class, factor);
        }

        @Override
        public double factor(long step, long steps) {
            return StrictMath.pow(factor, step);
        }
    }

    /** From 1 to {@code end} along half a cosine (Loshchilov and Hutter 2017, without restarts). */
    record Cosine(@Range(min = 0, max = 1) @Or("0") double end) implements Schedule {
        public Cosine {
            Bounds.check(Cosine.class, end);
        }

        @Override
        public double factor(long step, long steps) {
            return between(1, end, steps < 2 ? 0 : (double) step / (steps - 1));
        }
    }

    /**
     * Up from {@code start} to 1 within the first part {@code rise} of the run, then down to {@code
     * end}, both along half a cosine (Smith and Topin 2018; PyTorch's OneCycleLR).
     */
    record OneCycle(
            @Range(min = 0.01, max = 0.99) @Or("0.3") double rise,
            @Range(min = 0, max = 1) @Or("0.04") double start,
            @Range(min = 0, max = 1) @Or("0.0004") double end)
            implements Schedule {
        public OneCycle {
            Bounds.check(OneCycle.class, rise, start, end);
        }

        @Override
        public double factor(long step, long steps) {
            double place = steps < 2 ? 0 : (double) step / (steps - 1);
            return place < rise
                    ? between(start, 1, place / rise)
                    : between(1, end, (place - rise) / (1 - rise));
        }
    }

    /**
     * Times {@code factor} whenever {@code patience} recorded points in a row have not brought the
     * loss at least {@code minDelta} below its best: the validation loss, or the training loss
     * where there is no validation set. What the factor is then is the training's to say.
     */
    record ReduceOnPlateau(
            @Range(min = 0.001, max = 0.999) @Or("0.5") double factor,
            @Range(min = 1, max = 1000) @Or("10") int patience,
            @Range(min = 0, max = 1000) @Or("0.0001") double minDelta)
            implements Schedule {
        public ReduceOnPlateau {
            Bounds.check(ReduceOnPlateau.class, factor, patience, minDelta);
        }

        @Override
        public double factor(long step, long steps) {
            return 1;
        }
    }

    private static double between(double from, double to, double place) {
        return to + (from - to) * (1 + StrictMath.cos(Math.PI * place)) / 2;
    }
}
