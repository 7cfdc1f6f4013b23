package descent.experiment.backpropagation;

import descent.engine.autodiff.Backward;
import descent.engine.autodiff.Forward;
import descent.experiment.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * One step in words and numbers.
 *
 * @param lines formulas, and then the same with its numbers
 */
record Step(String title, List<String> lines) {
    Step {
        lines = List.copyOf(lines);
    }

    static Step forward(Forward.Step step) {
        return new Step(
                "Forward: " + step.node(),
                List.of(
                        "%s = %s".formatted(step.node(), dotted(step.formula())),
                        "= %s = %s"
                                .formatted(dotted(step.numbers()), Numbers.exact(step.value()))));
    }

    static Step seed(String output) {
        return new Step(
                "Backward: the gradient begins at " + output,
                List.of("∂%1$s/∂%1$s = 1".formatted(output)));
    }

    /** The chain rule along one edge: upstream gradient times local derivative. */
    static Step backward(Backward.Step step) {
        var lines = new ArrayList<String>();
        lines.add(
                "∂L/∂%1$s · ∂%1$s/∂%2$s, with ∂%1$s/∂%2$s = %3$s"
                        .formatted(step.from(), step.to(), local(step)));
        lines.add(
                "= %s · %s = %s"
                        .formatted(
                                Numbers.exact(step.upstream()),
                                factor(step.local()),
                                Numbers.exact(step.passed())));
        lines.add(
                isFirst(step)
                        ? "∂L/∂%s = %s".formatted(step.to(), Numbers.exact(step.total()))
                        : "∂L/∂%s = %s + %s = %s: what arrives along several edges is added."
                                .formatted(
                                        step.to(),
                                        Numbers.exact(step.total() - step.passed()),
                                        factor(step.passed()),
                                        Numbers.exact(step.total())));
        return new Step("Backward: from %s to %s".formatted(step.from(), step.to()), lines);
    }

    private static String local(Backward.Step step) {
        var formula = dotted(step.slope());
        var number = Numbers.exact(step.local());
        return formula.equals(number) ? number : formula + " = " + number;
    }

    private static boolean isFirst(Backward.Step step) {
        return step.total() == step.passed() || Double.isNaN(step.total());
    }

    private static String factor(double number) {
        return number < 0 ? "(%s)".formatted(Numbers.exact(number)) : Numbers.exact(number);
    }

    private static String dotted(String formula) {
        return formula.replace('*', '·');
    }
}
