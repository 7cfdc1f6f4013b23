package descent.engine.rule;

import java.util.List;

/** What is computed once for all weights, in double. */
sealed interface Uniform {
    /** A number of the text. */
    record Constant(double value) implements Uniform {}

    /** The number of the step, from 1. */
    record Step() implements Uniform {}

    /** The learning rate of the step. */
    record LearningRate() implements Uniform {}

    /** A setting, by its place among them. */
    record Setting(int index) implements Uniform {}

    /** One computed before, by its place among {@link Program#factors}. */
    record Known(int index) implements Uniform {}

    record Operation(Operator operator, List<Uniform> arguments) implements Uniform {}

    /** What the numbers of a step are; one for all steps, so that a step allocates nothing. */
    final class Given {
        double learningRate;
        long step;
        final double[] settings;
        final double[] known;

        Given(double[] settings, double[] known) {
            this.settings = settings;
            this.known = known;
        }
    }

    default double value(Given given) {
        return switch (this) {
            case Constant(double value) -> value;
            case Step() -> given.step;
            case LearningRate() -> given.learningRate;
            case Setting(int index) -> given.settings[index];
            case Known(int index) -> given.known[index];
            case Operation(var operator, var arguments) -> {
                int last = arguments.size() - 1;
                double a = arguments.getFirst().value(given);
                double b = arguments.get(Math.min(1, last)).value(given);
                double c = arguments.get(last).value(given);
                yield operator.of(a, b, c);
            }
        };
    }
}
