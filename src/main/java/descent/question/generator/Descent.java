package descent.question.generator;

import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.list;
import static descent.question.generator.Figures.par;
import static descent.question.generator.Figures.plus;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.decimal;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.scale;
import static descent.question.generator.Parameter.whole;

import java.util.List;

/** Steps down a slope: how far, at what rate. */
final class Descent {
    private Descent() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "descent-step",
                        List.of(
                                decimal("rate", "0.01", "1", "0.1", "0.4", "0.05"),
                                whole("steps", 1, 5, 1, 2)),
                        Descent::descentStep),
                new Generator(
                        "largest-stable-rate",
                        List.of(whole("dimensions", 1, 2, 1, 1)),
                        Descent::largestStableRate),
                new Generator(
                        "distance-after-steps",
                        List.of(
                                decimal("rate", "0.01", "1", "0.05", "0.4", "0.05"),
                                whole("steps", 1, 50, 3, 10),
                                names("ask", List.of("factor", "distance", "steps"))),
                        Descent::distanceAfterSteps),
                new Generator(
                        "mini-batch-step",
                        List.of(
                                whole("batch", 2, 4, 2, 3),
                                scale("rate", "0.01", "0.2", "0.01", "0.1"),
                                names("convention", List.of("mean", "half"), "mean"),
                                names("ask", List.of("weight", "gradient"), "weight")),
                        Descent::miniBatchStep));
    }

    private static Variant descentStep(Draws d) {
        double a = d.chance("a").whole(1, 4) / 2.0;
        double c = d.tenths("c", -30, 30);
        double lowest = d.chance("lowest").whole(0, 9) / 10.0;
        double start =
                c + d.chance("side").oneOf(List.of(-1, 1)) * d.chance("off").whole(5, 40) / 10.0;
        start = Math.round(10 * start) / 10.0;
        double rate = d.number("rate");
        int steps = d.whole("steps");
        var loss =
                "%s(w %s)^2%s"
                        .formatted(
                                a == 1 ? "" : tex(a) + "\\,",
                                plus(-c),
                                lowest == 0 ? "" : " + " + tex(lowest));
        var sheet =
                Sheet.asking(
                                """
                                The loss is $L(w) = %s$. Gradient descent starts at \
                                $w = %s$ with learning rate $\\eta = %s$. What is $w$ after %s?\
                                """,
                                loss,
                                tex(start),
                                tex(rate),
                                steps == 1 ? "one step" : steps + " steps")
                        .value("start", start)
                        .value("rate", rate)
                        .value("steps", steps)
                        .value("minimum", c)
                        .value("loss", loss)
                        .step(
                                "$L'(w) = %s(w %s)$.",
                                2 * a == 1 ? "" : tex(2 * a) + "\\,", plus(-c));
        double w = start;
        double uphill = start;
        double halved = start;
        double previous = start;
        for (int i = 1; i <= steps; i++) {
            double gradient = 2 * a * (w - c);
            double next = w - rate * gradient;
            sheet.step(
                    "Step %d: $%s - %s \\cdot %s %s$.",
                    i, tex(w), tex(rate), par(gradient), eq(next));
            previous = w;
            w = next;
            uphill += rate * 2 * a * (uphill - c);
            halved -= rate * a * (halved - c);
        }
        return sheet.slip(uphill, "That goes uphill: the gradient is subtracted.")
                .slip(halved, "The square gives a factor 2 in the derivative.")
                .slip(previous, "One step is missing.")
                .slip(start - 2 * a * (start - c), "The gradient is multiplied by the rate.")
                .slip(
                        start - steps * rate * 2 * a * (start - c),
                        "The gradient changes at each step.")
                .slip(c, "That is the minimum; one does not get there so soon.")
                .moved(
                        w,
                        start,
                        "Derive the loss, put in $w$, go against the gradient times the rate.");
    }

    private static Variant largestStableRate(Draws d) {
        boolean two = d.whole("dimensions") == 2;
        var chance = d.chance("curvatures");
        double first = chance.whole(2, 80) / 4.0;
        double second;
        do {
            second = chance.whole(2, 80) / 4.0;
        } while (second == first);
        double steepest = two ? Math.max(first, second) : first;
        double largest = 2 / steepest;
        var loss =
                two
                        ? "\\frac{1}{2}\\,(%s\\,x^2 + %s\\,y^2)".formatted(tex(first), tex(second))
                        : "\\frac{%s}{2}\\,w^2".formatted(tex(first));
        var sheet =
                Sheet.asking(
                                """
                                Gradient descent runs on $L = %s$. Up to which learning rate does it \
                                converge?\
                                """,
                                loss)
                        .value("curvature", steepest)
                        .value("loss", loss);
        if (two) {
            sheet.step("The steeper direction decides: its curvature is $%s$.", tex(steepest))
                    .slip(2 / (first + second), "Each direction counts by itself.")
                    .slip(2 / Math.min(first, second), "In the other direction that is too much.");
        }
        return sheet.step(
                        "A step multiplies the distance by $1 - \\eta \\cdot %s$; its magnitude is below"
                                + " 1 as long as $\\eta < 2 / %s %s$.",
                        tex(steepest), tex(steepest), eq(largest))
                .slip(1 / steepest, "That rate gets there in one step; twice it is the limit.")
                .slip(4 / steepest, "The derivative of half a square has no factor 2.")
                .slip(steepest / 2, "That is its reciprocal.")
                .real(largest, "By what does one step multiply the distance to the minimum?");
    }

    private static Variant distanceAfterSteps(Draws d) {
        double rate = d.number("rate");
        int steps = d.whole("steps");
        double start = d.chance("start").whole(2, 20) / 2.0;
        // rate times curvature: it comes closer, from one side or from both by turns
        int product = d.chance("curvature").oneOf(List.of(2, 3, 4, 5, 6, 7, 8, 12, 14, 15, 16, 17));
        double curvature = Math.round(product / rate) / 10.0;
        double factor = 1 - rate * curvature;
        double size = Math.abs(factor);
        double limit = start / 100;
        var ask = d.name("ask");
        var sheet =
                Sheet.asking(
                                """
                                Gradient descent with learning rate $%s$ runs on $L = \\frac{%s}{2} w^2$\
                                %s\
                                """,
                                tex(rate),
                                tex(curvature),
                                switch (ask) {
                                    case "factor" -> ". By what factor does one step multiply $w$?";
                                    case "distance" ->
                                            " from $w = %s$. How far from the minimum is it after $%d$ steps?"
                                                    .formatted(tex(start), steps);
                                    default ->
                                            """
                                             from $w = %s$. After how many steps is it for the first time \
                                            closer to the minimum than $%s$?\
                                            """
                                                    .formatted(tex(start), tex(limit));
                                })
                        .value("rate", rate)
                        .value("curvature", curvature)
                        .value("start", start)
                        .value("steps", steps)
                        .step(
                                "$w - %s \\cdot %s\\,w = %s\\,w$.",
                                tex(rate), tex(curvature), tex(factor));
        switch (ask) {
            case "factor" -> {
                return sheet.slip(rate * curvature, "That is the share it loses; what is left?")
                        .slip(1 + rate * curvature, "That goes uphill.")
                        .slip(1 - rate * curvature / 2, "The square gives a factor 2.")
                        .slip(
                                1 - 2 * rate * curvature,
                                "Half the square has a derivative without 2.")
                        .slip(1 - rate, "The curvature counts too.")
                        .real(factor, "Write down one step and take $w$ out of it.");
            }
            case "distance" -> {
                double distance = start * StrictMath.pow(size, steps);
                return sheet.step(
                                "$%s \\cdot %s^{%d} %s$.",
                                tex(start), tex(size), steps, eq(distance))
                        .slip(start * size * steps, "The factors multiply: take the power.")
                        .slip(start * StrictMath.pow(size, steps - 1), "One step is missing.")
                        .slip(StrictMath.pow(size, steps), "That is the factor; times the start.")
                        .slip(
                                start - steps * rate * curvature * start,
                                "Each step starts from a new $w$.")
                        .real(distance, "One factor for each step; they multiply.");
            }
            default -> {
                double exact = StrictMath.log(0.01) / StrictMath.log(size);
                double needed = Math.floor(exact) + 1;
                return sheet.step(
                                "$%s^n < 0.01$ for $n > \\ln 0.01 / \\ln %s %s$: $%s$ steps.",
                                tex(size), tex(size), eq(exact), tex(needed))
                        .slip(needed - 1, "After that many it is not yet closer.")
                        .slip(Math.ceil(0.99 / (1 - size)), "The steps get shorter on the way.")
                        .count(needed, "How many factors make a hundredth? Take logarithms.");
            }
        }
    }

    private static Variant miniBatchStep(Draws d) {
        int batch = d.whole("batch");
        double rate = d.number("rate");
        boolean half = d.is("convention", "half");
        boolean asksWeight = d.is("ask", "weight");
        var inputs = d.parts("inputs", batch, -4, 4, 2);
        var targets = d.parts("targets", batch, -10, 10, 2);
        double weight = d.tenths("weight", -15, 15);
        double sum = 0;
        var terms = new double[batch];
        for (int i = 0; i < batch; i++) {
            terms[i] = (weight * inputs[i] - targets[i]) * inputs[i];
            sum += terms[i];
        }
        double scale = (half ? 1.0 : 2.0) / batch;
        double gradient = scale * sum;
        double next = weight - rate * gradient;
        var sheet =
                Sheet.asking(
                                """
                                The model is $y = w x$ with $w = %s$, the loss the mean of \
                                $%s(w x - t)^2$. A mini-batch has $x = (%s)$ and $t = (%s)$. What is %s?\
                                """,
                                tex(weight),
                                half ? "\\tfrac{1}{2}" : "",
                                list(inputs),
                                list(targets),
                                asksWeight
                                        ? "$w$ after one step with learning rate $%s$"
                                                .formatted(tex(rate))
                                        : "the gradient of the loss on this batch")
                        .value("weight", weight)
                        .value("inputs", list(inputs))
                        .value("targets", list(targets))
                        .value("rate", rate)
                        .step("$(w x_i - t_i)\\,x_i$: $%s$.", list(terms))
                        .step("Their mean%s: $%s$.", half ? "" : ", times 2", tex(gradient));
        if (!asksWeight) {
            return sheet.slip(gradient * batch, "It is the mean over the batch, not the sum.")
                    .slip(
                            half ? 2 * gradient : gradient / 2,
                            "Look again at the factor of the square.")
                    .slip(-gradient, "The sign: output minus target.")
                    .real(gradient, "Derive the loss of one example, then take the mean.");
        }
        return sheet.step(
                        "$%s - %s \\cdot %s %s$.", tex(weight), tex(rate), par(gradient), eq(next))
                .slip(
                        weight - rate * gradient * batch,
                        "It is the mean over the batch, not the sum.")
                .slip(weight + rate * gradient, "That goes uphill: the gradient is subtracted.")
                .slip(
                        weight - rate * (half ? 2 * gradient : gradient / 2),
                        "Look again at the factor of the square.")
                .slip(weight - gradient, "The gradient is multiplied by the rate.")
                .moved(
                        next,
                        weight,
                        "The gradient of the mean loss first, then one step against it.");
    }
}
