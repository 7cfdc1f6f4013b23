package descent.question.generator;

import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.list;
import static descent.question.generator.Figures.par;
import static descent.question.generator.Figures.plus;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.whole;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Losses and penalties, their values and their gradients. */
final class Losses {
    private Losses() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "mean-squared-error",
                        List.of(
                                whole("count", 2, 6, 3, 4),
                                names("convention", List.of("mean", "half"), "mean"),
                                names("ask", List.of("loss", "gradient"), "loss")),
                        Losses::meanSquaredError),
                new Generator(
                        "softmax-cross-entropy",
                        List.of(
                                whole("classes", 2, 4, 3, 3),
                                names(
                                        "ask",
                                        List.of("loss", "probability", "gradient"),
                                        "loss",
                                        "probability")),
                        Losses::softmaxCrossEntropy),
                new Generator(
                        "binary-cross-entropy",
                        List.of(names("ask", List.of("loss", "gradient"))),
                        Losses::binaryCrossEntropy),
                new Generator(
                        "penalised-loss",
                        List.of(
                                names("penalty", List.of("l1", "l2")),
                                whole("weights", 2, 4, 3, 3),
                                names("ask", List.of("loss", "gradient"), "loss")),
                        Losses::penalisedLoss));
    }

    /** Terms joined by plus signs. */
    static String sum(int count, IntFunction<String> term) {
        return IntStream.range(0, count).mapToObj(term).collect(Collectors.joining(" + "));
    }

    private static Variant meanSquaredError(Draws d) {
        int count = d.whole("count");
        boolean half = d.is("convention", "half");
        var outputs = d.parts("outputs", count, -20, 20, 10);
        var errors = d.parts("errors", count, -15, 15, 10);
        var targets = new double[count];
        for (int i = 0; i < count; i++) {
            targets[i] = Math.round(10 * (outputs[i] - errors[i])) / 10.0;
        }
        double scale = (half ? 2 : 1) * count;
        double squares = Arrays.stream(errors).map(e -> e * e).sum();
        boolean loss = d.is("ask", "loss");
        int asked = d.chance("which").below(count);
        var sheet =
                Sheet.asking(
                                """
                                The outputs are $o = (%s)$, the targets $t = (%s)$. The loss is \
                                $L = \\frac{1}{%s} \\sum_i (o_i - t_i)^2$. %s\
                                """,
                                list(outputs),
                                list(targets),
                                half ? "2n" : "n",
                                loss
                                        ? "What is $L$?"
                                        : "What is $\\partial L / \\partial o_{%d}$?"
                                                .formatted(asked + 1))
                        .value("outputs", list(outputs))
                        .value("targets", list(targets))
                        .value("index", asked + 1)
                        .step("Errors: $o - t = (%s)$.", list(errors));
        if (loss) {
            double value = squares / scale;
            return sheet.step(
                            "Squares: $%s %s$.",
                            sum(count, i -> tex(errors[i] * errors[i])), eq(squares))
                    .step("$L = %s / %s %s$.", tex(squares), tex(scale), eq(value))
                    .slip(squares, "Divide by the number of examples: it is a mean.")
                    .slip(half ? 2 * value : value / 2, "Look again at the factor before the sum.")
                    .slip(
                            Arrays.stream(errors).map(Math::abs).sum() / count,
                            "Those are absolute errors; they are to be squared.")
                    .slip(Arrays.stream(errors).sum() / count, "The errors are to be squared.")
                    .slip(StrictMath.sqrt(value), "No root is taken.")
                    .real(value, "Square each error, add them up, then divide.");
        }
        double gradient = 2 * errors[asked] / scale;
        return sheet.step(
                        "$\\frac{\\partial L}{\\partial o_{%d}} = \\frac{2}{%s} (o_{%d} - t_{%d}) = %s"
                                + " \\cdot %s %s$.",
                        asked + 1,
                        tex(scale),
                        asked + 1,
                        asked + 1,
                        tex(2 / scale),
                        par(errors[asked]),
                        eq(gradient))
                .slip(-gradient, "The sign: output minus target.")
                .slip(errors[asked], "The factor in front of the sum is missing.")
                .slip(2 * errors[asked], "Divide by the number of examples.")
                .slip(gradient / 2, "The square gives a factor 2.")
                .slip(gradient * 2, "Look again at the factor before the sum.")
                .real(gradient, "Only one term of the sum holds this output. Derive it.");
    }

    private static Variant softmaxCrossEntropy(Draws d) {
        int classes = d.whole("classes");
        var logits = d.parts("logits", classes, -20, 30, 10);
        int target = d.chance("target").below(classes);
        int asked = d.chance("asked").below(classes);
        double sum = Arrays.stream(logits).map(StrictMath::exp).sum();
        double target_p = StrictMath.exp(logits[target]) / sum;
        double asked_p = StrictMath.exp(logits[asked]) / sum;
        var ask = d.name("ask");
        var sheet =
                Sheet.asking(
                                "A network gives the logits $z = (%s)$ to %d classes. %s",
                                list(logits),
                                classes,
                                switch (ask) {
                                    case "probability" ->
                                            "What probability does the softmax give to class %d?"
                                                    .formatted(asked + 1);
                                    case "gradient" ->
                                            """
                                            The right class is class %d; the loss is the cross-entropy of \
                                            the softmax. What is $\\partial L / \\partial z_{%d}$?\
                                            """
                                                    .formatted(target + 1, asked + 1);
                                    default ->
                                            """
                                            The right class is class %d. What is the cross-entropy of the \
                                            softmax (natural logarithm)?\
                                            """
                                                    .formatted(target + 1);
                                })
                        .value("logits", list(logits))
                        .value("target", target + 1)
                        .value("asked", asked + 1)
                        .step(
                                "$\\sum_k e^{z_k} = %s %s$.",
                                sum(classes, i -> "e^{" + tex(logits[i]) + "}"), eq(sum));
        return switch (ask) {
            case "probability" ->
                    sheet.step(
                                    "$p_{%d} = e^{%s} / %s %s$.",
                                    asked + 1, tex(logits[asked]), tex(sum), eq(asked_p))
                            .slip(
                                    logits[asked] / Arrays.stream(logits).sum(),
                                    "Take exponentials before dividing.")
                            .slip(
                                    StrictMath.exp(logits[asked]),
                                    "Divide by the sum over all classes.")
                            .slip(1.0 / classes, "The logits differ, so the probabilities do.")
                            .real(asked_p, "Exponentials first, then each over their sum.");
            case "gradient" -> {
                double right = asked == target ? 1 : 0;
                double gradient = asked_p - right;
                yield sheet.step("$p_{%d} %s$.", asked + 1, eq(asked_p))
                        .step(
                                "The gradient is $p_{%d} - y_{%d} = %s - %s %s$.",
                                asked + 1, asked + 1, tex(asked_p), tex(right), eq(gradient))
                        .slip(-gradient, "The sign: probability minus target.")
                        .slip(asked_p, "The target, 1 for the right class, is to be subtracted.")
                        .slip(asked_p - 1, "Only the right class has the target 1.")
                        .real(gradient, "It is the probability minus the target, 1 or 0.");
            }
            default -> {
                double loss = -StrictMath.log(target_p);
                yield sheet.step(
                                "$p_{%d} = e^{%s} / %s %s$.",
                                target + 1, tex(logits[target]), tex(sum), eq(target_p))
                        .step("$L = -\\ln p_{%d} %s$.", target + 1, eq(loss))
                        .slip(
                                -StrictMath.log10(target_p),
                                "That is the logarithm to base 10; the natural one is meant.")
                        .slip(
                                -StrictMath.log(target_p) / StrictMath.log(2),
                                "That is the logarithm to base 2; the natural one is meant.")
                        .slip(-loss, "The loss has a minus sign: it is never negative.")
                        .slip(target_p, "That is the probability; the loss is minus its logarithm.")
                        .slip(1 - target_p, "The loss is minus the logarithm of the probability.")
                        .slip(-logits[target], "Exponentials over their sum come first.")
                        .real(loss, "Find the probability of the right class, then its logarithm.");
            }
        };
    }

    private static Variant binaryCrossEntropy(Draws d) {
        double z = d.tenths("logit", -30, 30);
        int target = d.chance("target").below(2);
        double p = Activation.SIGMOID.at(z);
        double loss = -StrictMath.log(target == 1 ? p : 1 - p);
        boolean asksLoss = d.is("ask", "loss");
        var sheet =
                Sheet.asking(
                                """
                                A network with one sigmoid output has the logit $z = %s$; the target is \
                                $y = %d$. The loss is the binary cross-entropy \
                                $L = -y \\ln p - (1 - y) \\ln(1 - p)$. What is %s?\
                                """,
                                tex(z), target, asksLoss ? "$L$" : "$\\partial L / \\partial z$")
                        .value("logit", z)
                        .value("target", target)
                        .step(
                                "$p = \\sigma(%s) = \\frac{1}{1 + e^{%s}} %s$.",
                                tex(z), tex(-z), eq(p));
        if (asksLoss) {
            return sheet.step(
                            target == 1 ? "$L = -\\ln p %s$." : "$L = -\\ln(1 - p) %s$.", eq(loss))
                    .slip(
                            -StrictMath.log(target == 1 ? 1 - p : p),
                            "The target decides which of the two terms is left.")
                    .slip(-loss, "The loss has a minus sign: it is never negative.")
                    .slip(loss / StrictMath.log(10), "The natural logarithm is meant.")
                    .slip((p - target) * (p - target), "That is the squared error.")
                    .real(loss, "First $p$; then one of the two terms is 0.");
        }
        double gradient = p - target;
        return sheet.step(
                        "By the chain rule the derivative of the sigmoid cancels: $\\frac{\\partial"
                                + " L}{\\partial z} = p - y %s$.",
                        eq(gradient))
                .slip(-gradient, "The sign: probability minus target.")
                .slip(gradient * p * (1 - p), "That is the gradient of half the squared error.")
                .slip(
                        target == 1 ? -1 / p : 1 / (1 - p),
                        "That is the derivative with respect to $p$; the sigmoid's comes on top.")
                .real(gradient, "The derivative of the logarithm and that of the sigmoid cancel.");
    }

    private static Variant penalisedLoss(Draws d) {
        int count = d.whole("weights");
        var weights = d.parts("weights", count, -20, 20, 10);
        double bias = d.tenths("bias", -10, 10);
        double data = d.chance("data").whole(10, 90) / 100.0;
        double strength = d.chance("strength").oneOf(List.of(0.01, 0.02, 0.05, 0.1, 0.2));
        boolean l1 = d.is("penalty", "l1");
        boolean asksLoss = d.is("ask", "loss");
        double size = Arrays.stream(weights).map(w -> l1 ? Math.abs(w) : w * w).sum();
        double factor = l1 ? strength : strength / 2;
        double loss = data + factor * size;
        int asked = d.chance("which").below(count);
        double gradient = d.tenths("gradient", -10, 10);
        var formula = l1 ? "\\lambda \\sum_i |w_i|" : "\\frac{\\lambda}{2} \\sum_i w_i^2";
        var sheet =
                Sheet.asking(
                        """
                        A model has the weights $w = (%s)$ and the bias $b = %s$. Its loss on the data \
                        is $%s$; the penalty is $%s$ with $\\lambda = %s$, over weights only. %s\
                        """,
                        list(weights),
                        tex(bias),
                        tex(data),
                        formula,
                        tex(strength),
                        asksLoss
                                ? "What is the loss with the penalty?"
                                : """
                                The data alone give $\\partial L / \\partial w_{%d} = %s$. What is that \
                                derivative with the penalty?\
                                """
                                        .formatted(asked + 1, tex(gradient)));
        sheet.value("weights", list(weights))
                .value("data-loss", data)
                .value("strength", strength)
                .value("index", asked + 1)
                .value("gradient", gradient);
        if (asksLoss) {
            return sheet.step(
                            "$%s %s$.",
                            sum(
                                    count,
                                    i -> l1 ? tex(Math.abs(weights[i])) : par(weights[i]) + "^2"),
                            eq(size))
                    .step("$%s + %s \\cdot %s %s$.", tex(data), tex(factor), tex(size), eq(loss))
                    .slip(
                            data + strength * (l1 ? size / 2 : size),
                            "Look at the factor of the sum.")
                    .slip(
                            data + factor * (size + (l1 ? Math.abs(bias) : bias * bias)),
                            "The bias is not penalised here.")
                    .slip(data + factor * StrictMath.sqrt(size), "No root is taken of the sum.")
                    .slip(factor * size, "That is the penalty alone.")
                    .slip(
                            data + factor * Arrays.stream(weights).sum(),
                            "Signs must not cancel: take " + (l1 ? "magnitudes." : "squares."))
                    .moved(
                            loss,
                            data,
                            "Sum over the weights, times its factor, plus the loss on the data.");
        }
        double w = weights[asked];
        double added = l1 ? strength * Math.signum(w) : strength * w;
        return sheet.step(
                        l1
                                ? "The derivative of $\\lambda |w|$ is $\\lambda\\,\\mathrm{sign}(w) = %s$."
                                : "The derivative of $\\frac{\\lambda}{2} w^2$ is $\\lambda w = %s$.",
                        tex(added))
                .step("$%s %s %s$.", tex(gradient), plus(added), eq(gradient + added))
                .slip(gradient - added, "The penalty's gradient is added to that of the data.")
                .slip(added, "That is the penalty's part alone.")
                .slip(
                        gradient + (l1 ? strength * w : 2 * strength * w),
                        l1
                                ? "The magnitude has a slope of 1 or -1, whatever the weight."
                                : "The factor one half cancels the 2 of the square.")
                .slip(gradient + added / 2, "The factor one half cancels the 2 of the square.")
                .moved(
                        gradient + added,
                        gradient,
                        "Derive the penalty with respect to this weight, and add.");
    }
}
