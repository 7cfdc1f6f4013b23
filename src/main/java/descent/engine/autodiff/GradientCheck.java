package descent.engine.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares a graph's gradients with central differences (f(x + h) - f(x - h)) / 2h, whose own error
 * is about h² and rounding divided by h: h = 1e-5 suits double.
 *
 * @param input by which
 * @param gradient by the chain rule
 * @param difference by trying
 */
public record GradientCheck(String input, double gradient, double difference) {
    private static final double STEP = 1e-5;

    /** |gradient - difference| by the larger of the two, or by 1e-8 where both are smaller. */
    public double relativeError() {
        double size = Math.max(Math.abs(gradient), Math.abs(difference));
        return Math.abs(gradient - difference) / Math.max(size, 1e-8);
    }

    /** Of a graph's last node by each of its inputs. */
    public static List<GradientCheck> of(Graph graph) {
        var output = graph.output();
        var backward = graph.forward().backward();
        var checks = new ArrayList<GradientCheck>();
        graph.inputs()
                .forEach((input, x) -> {
                    double step = STEP * Math.max(1, Math.abs(x));
                    double above = graph.with(Map.of(input, x + step)).forward().value(output);
                    double below = graph.with(Map.of(input, x - step)).forward().value(output);
                    checks.add(
                            new GradientCheck(
                                    input, backward.gradient(input), (above - below) / (2 * step)));
                });
        return checks;
    }
}
