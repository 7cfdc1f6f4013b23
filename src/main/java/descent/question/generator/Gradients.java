package descent.question.generator;

import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.list;
import static descent.question.generator.Figures.par;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.whole;

import java.util.Arrays;
import java.util.List;

/** What else acts on a weight: noise of the batch, clipping, decay. */
final class Gradients {
    private Gradients() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "gradient-noise",
                        List.of(
                                whole("batch", 1, 4_096, 4, 256),
                                names("ask", List.of("deviation", "batch"), "deviation")),
                        Gradients::gradientNoise),
                new Generator(
                        "clip-by-norm",
                        List.of(
                                whole("dimensions", 2, 3, 2, 3),
                                names("ask", List.of("component", "factor", "norm"), "component")),
                        Gradients::clipByNorm),
                new Generator(
                        "shrink-by-decay",
                        List.of(
                                names("penalty", List.of("decay", "l1"), "decay"),
                                whole("steps", 1, 100, 2, 10)),
                        Gradients::shrinkByDecay));
    }

    private static Variant gradientNoise(Draws d) {
        int batch = d.whole("batch");
        double deviation = d.chance("deviation").whole(5, 80) / 10.0;
        boolean asksBatch = d.is("ask", "batch");
        int times = d.chance("times").whole(2, 6) > 3 ? 4 : 2;
        times = d.chance("tenfold").below(4) == 0 ? 10 : times;
        double noise = deviation / StrictMath.sqrt(batch);
        var sheet =
                Sheet.asking(
                                """
                                The gradients of single examples scatter about the full gradient with a \
                                standard deviation of $%s$. A step uses the mean over a mini-batch of \
                                $%s$ examples, drawn independently. %s\
                                """,
                                tex(deviation),
                                tex((long) batch),
                                asksBatch
                                        ? """
                                        How large must the batch be for the mean to scatter $%d$ times less?\
                                        """
                                                .formatted(times)
                                        : "What is the standard deviation of that mean?")
                        .value("deviation", deviation)
                        .value("batch", batch)
                        .value("times", times)
                        .step("The mean of $B$ examples scatters by $\\sigma / \\sqrt{B}$.");
        if (asksBatch) {
            double needed = (double) batch * times * times;
            return sheet.step(
                            "$%d$ times less needs $%d^2 = %d$ times as many: $%s$.",
                            times, times, times * times, tex(needed))
                    .slip((double) batch * times, "The scatter falls with the root of the batch.")
                    .slip(times * times, "That is the factor; times the batch there is.")
                    .count(needed, "How does the scatter depend on the batch size?");
        }
        return sheet.step("$%s / \\sqrt{%s} %s$.", tex(deviation), tex((long) batch), eq(noise))
                .slip(deviation / batch, "Variances are divided by $B$, deviations by its root.")
                .slip(deviation * deviation / batch, "That is the variance.")
                .slip(deviation, "A mean scatters less than a single example.")
                .real(noise, "The variance of a mean is that of one, divided by their number.");
    }

    private static Variant clipByNorm(Draws d) {
        int dimensions = d.whole("dimensions");
        var gradient = d.parts("gradient", dimensions, -60, 60, 10);
        double norm = StrictMath.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
        double limit = Math.max(0.5, Math.floor(norm * d.chance("limit").whole(2, 8) / 5) / 2);
        double factor = Math.min(1, limit / norm);
        int asked = d.chance("which").below(dimensions);
        var ask = d.name("ask");
        var sheet =
                Sheet.asking(
                                """
                                The gradient is $g = (%s)$; it is clipped to a norm of at most $%s$. %s\
                                """,
                                list(gradient),
                                tex(limit),
                                switch (ask) {
                                    case "norm" -> "What is its norm before clipping?";
                                    case "factor" -> "By what factor is it multiplied?";
                                    default ->
                                            "What is its component $g_{%d}$ then?"
                                                    .formatted(asked + 1);
                                })
                        .value("gradient", list(gradient))
                        .value("limit", limit)
                        .value("index", asked + 1)
                        .step(
                                "$\\lVert g \\rVert = \\sqrt{%s} %s$.",
                                Losses.sum(dimensions, i -> par(gradient[i]) + "^2"), eq(norm));
        if (ask.equals("norm")) {
            return sheet.slip(norm * norm, "The root is missing.")
                    .slip(Arrays.stream(gradient).map(Math::abs).sum(), "Squares, not magnitudes.")
                    .slip(limit, "That is the limit, which holds after clipping.")
                    .real(norm, "The root of the sum of squares.");
        }
        sheet.step(
                factor < 1
                        ? "That is too long: multiply by $%s / %s = %s$."
                                .formatted(tex(limit), tex(norm), tex(factor))
                        : "That is short enough: it stays as it is.");
        if (ask.equals("factor")) {
            return sheet.slip(1 / factor, "The gradient gets shorter, not longer.")
                    .slip(limit, "Divide by the norm that it has.")
                    .real(factor, "The norm it may have, over the norm it has; at most 1.");
        }
        double byValue = Math.clamp(gradient[asked], -limit, limit);
        return sheet.step(
                        "$g_{%d} = %s \\cdot %s %s$.",
                        asked + 1, tex(factor), par(gradient[asked]), eq(factor * gradient[asked]))
                .slip(byValue, "That clips by value: the direction would change.")
                .slip(gradient[asked], "The gradient is longer than allowed.")
                .slip(gradient[asked] / norm, "That makes the norm 1; it may be more.")
                .slip(gradient[asked] * limit, "Divide by the norm too.")
                .real(
                        factor * gradient[asked],
                        "Find the norm; all components shrink by one factor.");
    }

    private static Variant shrinkByDecay(Draws d) {
        boolean decay = d.is("penalty", "decay");
        int steps = d.whole("steps");
        double weight = d.tenths("weight", -30, 30);
        double rate = d.chance("rate").oneOf(List.of(0.05, 0.1, 0.2, 0.5));
        double strength = d.chance("strength").oneOf(List.of(0.01, 0.02, 0.05, 0.1));
        double each = rate * strength;
        var sheet =
                Sheet.asking(
                                """
                                The data give a weight no gradient at all; only %s with \
                                $\\lambda = %s$ acts on it. It starts at $w = %s$, the learning rate is \
                                $%s$. What is it after $%d$ steps of gradient descent?\
                                """,
                                decay
                                        ? "weight decay, $\\frac{\\lambda}{2} w^2$ in the loss,"
                                        : "an L1 penalty, $\\lambda |w|$ in the loss,",
                                tex(strength),
                                tex(weight),
                                tex(rate),
                                steps)
                        .value("weight", weight)
                        .value("rate", rate)
                        .value("strength", strength)
                        .value("steps", steps);
        if (decay) {
            double left = weight * StrictMath.pow(1 - each, steps);
            return sheet.step(
                            "Each step: $w - %s \\cdot %s\\,w = %s\\,w$.",
                            tex(rate), tex(strength), tex(1 - each))
                    .step("$%s \\cdot %s^{%d} %s$.", tex(weight), tex(1 - each), steps, eq(left))
                    .slip(weight * StrictMath.pow(1 - strength, steps), "The rate is a factor too.")
                    .slip(weight - Math.signum(weight) * steps * each, "That is how L1 shrinks it.")
                    .slip(weight * each, "That is what is lost, not what is left.")
                    .slip(weight, "The penalty has a gradient too.")
                    .slip(weight * StrictMath.pow(1 + each, steps), "It shrinks.")
                    .moved(left, weight, "By what factor does one step multiply the weight?");
        }
        double most = Math.abs(weight);
        double left = Math.signum(weight) * (most - Math.min(most, steps * each));
        return sheet.step(
                        "Each step takes $%s \\cdot %s = %s$ from its magnitude.",
                        tex(rate), tex(strength), tex(each))
                .step(
                        "$%d \\cdot %s = %s$; left is $%s$.",
                        steps, tex(each), tex(steps * each), tex(left))
                .slip(
                        weight * StrictMath.pow(1 - each, steps),
                        "That is how weight decay shrinks it.")
                .slip(weight - Math.signum(weight) * steps * strength, "The rate is a factor too.")
                .slip(weight, "The penalty has a gradient too.")
                .slip(weight - Math.signum(weight) * each, "That is one step.")
                .moved(
                        left,
                        weight,
                        "The slope of the magnitude is 1 or -1, however small the weight.");
    }
}
