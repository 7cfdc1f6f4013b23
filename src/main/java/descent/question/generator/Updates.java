package descent.question.generator;

import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.list;
import static descent.question.generator.Figures.par;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.decimal;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.scale;
import static descent.question.generator.Parameter.whole;

import java.util.List;

/** The rules by which optimizers move a weight. */
final class Updates {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double SQUARES = 0.9;
    private static final double DECAY = 0.1;

    private Updates() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "optimizer-step",
                        List.of(
                                names(
                                        "optimizer",
                                        OptimizerState.names(),
                                        "momentum",
                                        "nesterov",
                                        "adagrad",
                                        "rmsprop",
                                        "adam",
                                        "adamw"),
                                whole("steps", 1, 3, 1, 2),
                                scale("rate", "0.001", "1", "0.01", "0.1")),
                        Updates::optimizerStep),
                new Generator(
                        "bias-correction",
                        List.of(
                                decimal("beta", "0.5", "0.999", "0.8", "0.95", "0.05"),
                                whole("steps", 1, 5, 1, 3),
                                names("ask", List.of("raw", "corrected"))),
                        Updates::biasCorrection));
    }

    /** A weight and what its optimizer keeps for it. */
    private record Moving(double weight, double first, double second) {}

    private static Variant optimizerStep(Draws d) {
        var optimizer = OptimizerState.of(d.name("optimizer"));
        int steps = d.whole("steps");
        double rate = d.number("rate");
        double weight = d.tenths("weight", -20, 20);
        var gradients = d.parts("gradients", steps, -20, 20, 10);
        var sheet =
                Sheet.asking(
                                """
                                A weight is $w = %s$; %s $g = %s$. What is $w$ after %s of %s with \
                                $\\eta = %s$%s? All state starts at 0; $\\epsilon$ is negligible.

                                $$
                                %s
                                $$\
                                """,
                                tex(weight),
                                steps == 1 ? "its gradient is" : "its gradients, step by step, are",
                                steps == 1 ? tex(gradients[0]) : "(" + list(gradients) + ")",
                                steps == 1 ? "one step" : steps + " steps",
                                optimizer.title,
                                tex(rate),
                                constants(optimizer),
                                rule(optimizer))
                        .value("optimizer", optimizer.title)
                        .value("weight", weight)
                        .value("gradients", list(gradients))
                        .value("rate", rate)
                        .value("steps", steps);
        var moving = new Moving(weight, 0, 0);
        double plain = weight;
        double uphill = weight;
        double previous = weight;
        var uncorrected = new Moving(weight, 0, 0);
        for (int t = 1; t <= steps; t++) {
            previous = moving.weight;
            double g = gradients[t - 1];
            moving = moved(optimizer, moving, g, t, rate, true);
            uncorrected = moved(optimizer, uncorrected, g, t, rate, false);
            plain -= rate * g;
            uphill += rate * g;
            explain(sheet, optimizer, moving, t, steps);
        }
        sheet.slip(plain, "That is plain gradient descent.")
                .slip(uphill, "The step goes against the gradient.")
                .slip(previous, "One step is missing.")
                .slip(2 * weight - moving.weight, "The step goes against the gradient.");
        switch (optimizer) {
            case ADAM ->
                    sheet.slip(uncorrected.weight, "The averages start at 0: correct their bias.");
            case ADAMW -> {
                sheet.slip(uncorrected.weight, "The averages start at 0: correct their bias.");
                double coupled = weight;
                var state = new Moving(weight, 0, 0);
                for (int t = 1; t <= steps; t++) {
                    state =
                            moved(
                                    OptimizerState.ADAM,
                                    state,
                                    gradients[t - 1] + DECAY * state.weight,
                                    t,
                                    rate,
                                    true);
                    coupled = state.weight;
                }
                sheet.slip(coupled, "The decay is not part of the gradient here: it is decoupled.");
                var without = new Moving(weight, 0, 0);
                for (int t = 1; t <= steps; t++) {
                    without = moved(OptimizerState.ADAM, without, gradients[t - 1], t, rate, true);
                }
                sheet.slip(without.weight, "The decay is missing.");
            }
            default -> {
                // the slips of all rules are enough
            }
        }
        return sheet.moved(
                moving.weight,
                weight,
                "Go through the rule line by line, with the state of each step.");
    }

    private static Moving moved(
            OptimizerState optimizer, Moving at, double g, int t, double rate, boolean correct) {
        return switch (optimizer) {
            case SGD -> new Moving(at.weight - rate * g, 0, 0);
            case MOMENTUM -> {
                double velocity = FIRST * at.first + g;
                yield new Moving(at.weight - rate * velocity, velocity, 0);
            }
            case NESTEROV -> {
                double velocity = FIRST * at.first + g;
                yield new Moving(at.weight - rate * (g + FIRST * velocity), velocity, 0);
            }
            case ADAGRAD -> {
                double sum = at.second + g * g;
                yield new Moving(at.weight - rate * g / StrictMath.sqrt(sum), 0, sum);
            }
            case RMSPROP -> {
                double average = SQUARES * at.second + (1 - SQUARES) * g * g;
                yield new Moving(at.weight - rate * g / StrictMath.sqrt(average), 0, average);
            }
            case ADAM, ADAMW -> {
                double first = FIRST * at.first + (1 - FIRST) * g;
                double second = SECOND * at.second + (1 - SECOND) * g * g;
                double mean = correct ? first / (1 - StrictMath.pow(FIRST, t)) : first;
                double square = correct ? second / (1 - StrictMath.pow(SECOND, t)) : second;
                double kept =
                        optimizer == OptimizerState.ADAMW
                                ? at.weight * (1 - rate * DECAY)
                                : at.weight;
                yield new Moving(kept - rate * mean / StrictMath.sqrt(square), first, second);
            }
        };
    }

    private static void explain(
            Sheet sheet, OptimizerState optimizer, Moving moving, int t, int steps) {
        var step = steps == 1 ? "" : "Step " + t + ": ";
        switch (optimizer) {
            case SGD -> sheet.step("%s$w %s$.", step, eq(moving.weight));
            case MOMENTUM, NESTEROV ->
                    sheet.step("%s$v %s$, $w %s$.", step, eq(moving.first), eq(moving.weight));
            case ADAGRAD, RMSPROP ->
                    sheet.step("%s$s %s$, $w %s$.", step, eq(moving.second), eq(moving.weight));
            case ADAM, ADAMW ->
                    sheet.step(
                            "%s$m %s$, $v %s$; corrected $\\hat m %s$, $\\hat v %s$; $w %s$.",
                            step,
                            eq(moving.first),
                            eq(moving.second),
                            eq(moving.first / (1 - StrictMath.pow(FIRST, t))),
                            eq(moving.second / (1 - StrictMath.pow(SECOND, t))),
                            eq(moving.weight));
        }
    }

    private static String constants(OptimizerState optimizer) {
        return switch (optimizer) {
            case SGD, ADAGRAD -> "";
            case MOMENTUM, NESTEROV -> ", $\\mu = %s$".formatted(tex(FIRST));
            case RMSPROP -> ", $\\rho = %s$".formatted(tex(SQUARES));
            case ADAM -> ", $\\beta_1 = %s$, $\\beta_2 = %s$".formatted(tex(FIRST), tex(SECOND));
            case ADAMW ->
                    ", $\\beta_1 = %s$, $\\beta_2 = %s$, $\\lambda = %s$"
                            .formatted(tex(FIRST), tex(SECOND), tex(DECAY));
        };
    }

    private static String rule(OptimizerState optimizer) {
        var averages =
                """
                m \\leftarrow \\beta_1 m + (1 - \\beta_1)\\,g, \\quad v \\leftarrow \\beta_2 v + (1 - \
                \\beta_2)\\,g^2, \\quad w \\leftarrow %s\\eta \\frac{\\hat m}{\\sqrt{\\hat v}}\
                """;
        return switch (optimizer) {
            case SGD -> "w \\leftarrow w - \\eta\\,g";
            case MOMENTUM -> "v \\leftarrow \\mu v + g, \\quad w \\leftarrow w - \\eta\\,v";
            case NESTEROV ->
                    "v \\leftarrow \\mu v + g, \\quad w \\leftarrow w - \\eta\\,(g + \\mu v)";
            case ADAGRAD ->
                    "s \\leftarrow s + g^2, \\quad w \\leftarrow w - \\eta \\frac{g}{\\sqrt{s}}";
            case RMSPROP ->
                    """
                    s \\leftarrow \\rho s + (1 - \\rho)\\,g^2, \\quad w \\leftarrow w - \\eta \
                    \\frac{g}{\\sqrt{s}}\
                    """;
            case ADAM -> averages.formatted("w - ");
            case ADAMW -> averages.formatted("w\\,(1 - \\eta \\lambda) - ");
        };
    }

    private static Variant biasCorrection(Draws d) {
        double beta = d.number("beta");
        int steps = d.whole("steps");
        double gradient = d.tenths("gradient", -30, 30);
        double share = 1 - StrictMath.pow(beta, steps);
        double raw = share * gradient;
        boolean asksRaw = d.is("ask", "raw");
        var sheet =
                Sheet.asking(
                                """
                                A running average $m \\leftarrow \\beta m + (1 - \\beta)\\,g$ with \
                                $\\beta = %s$ starts at 0 and sees the gradient $g = %s$ %s. %s\
                                """,
                                tex(beta),
                                tex(gradient),
                                steps == 1 ? "once" : steps + " times",
                                asksRaw
                                        ? "What is $m$ then?"
                                        : """
                                        What is the average with its bias corrected, \
                                        $\\hat m = m / (1 - \\beta^t)$?\
                                        """)
                        .value("beta", beta)
                        .value("gradient", gradient)
                        .value("steps", steps)
                        .step(
                                "$m = (1 - %s^{%d}) \\cdot %s %s$.",
                                tex(beta), steps, par(gradient), eq(raw));
        if (asksRaw) {
            return sheet.slip(gradient, "That holds only after correction: it starts at 0.")
                    .slip(StrictMath.pow(beta, steps) * gradient, "That is what is still missing.")
                    .slip((1 - beta) * gradient, "That is after the first step.")
                    .slip(steps * (1 - beta) * gradient, "What is there is multiplied by $\\beta$.")
                    .real(raw, "Go step by step: old times beta, plus new times one minus beta.");
        }
        return sheet.step("$%s / %s = %s$: as it must be.", tex(raw), tex(share), tex(gradient))
                .slip(raw, "That is not yet corrected.")
                .slip(raw / (1 - beta), "The power of $\\beta$ is the number of steps.")
                .slip(raw * share, "Divide, do not multiply.")
                .real(gradient, "What should an average of equal numbers be?");
    }
}
