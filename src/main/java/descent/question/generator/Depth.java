package descent.question.generator;

import static descent.question.generator.Activation.LEAKY_RELU;
import static descent.question.generator.Activation.RELU;
import static descent.question.generator.Activation.SIGMOID;
import static descent.question.generator.Activation.SILU;
import static descent.question.generator.Activation.SOFTPLUS;
import static descent.question.generator.Activation.TANH;
import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.list;
import static descent.question.generator.Figures.par;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.decimal;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.whole;

import java.util.Arrays;
import java.util.List;

/** What happens to signals on their way through many layers, and what keeps them alive. */
final class Depth {
    private Depth() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "activation-derivative",
                        List.of(
                                names(
                                        "activation",
                                        Activation.names(
                                                SIGMOID, TANH, RELU, LEAKY_RELU, SOFTPLUS, SILU),
                                        "sigmoid",
                                        "tanh",
                                        "relu",
                                        "leaky-relu")),
                        Depth::activationDerivative),
                new Generator(
                        "gradient-through-layers",
                        List.of(
                                names("activation", Activation.names(SIGMOID, TANH, RELU)),
                                whole("layers", 2, 50, 3, 10),
                                names("ask", List.of("factor", "layers"), "factor")),
                        Depth::gradientThroughLayers),
                new Generator(
                        "initial-deviation",
                        List.of(
                                names("scheme", List.of("xavier", "he", "lecun"), "xavier", "he"),
                                whole("fan-in", 2, 4_096, 16, 512),
                                whole("fan-out", 2, 4_096, 16, 512),
                                names(
                                        "ask",
                                        List.of("deviation", "bound", "variance"),
                                        "deviation")),
                        Depth::initialDeviation),
                new Generator(
                        "batch-normalise",
                        List.of(
                                whole("count", 3, 5, 4, 4),
                                names("scale-shift", List.of("yes", "no"))),
                        Depth::batchNormalise),
                new Generator(
                        "dropout-scale",
                        List.of(
                                decimal("rate", "0.1", "0.9", "0.1", "0.5", "0.1"),
                                names("ask", List.of("output", "expectation", "active"), "output")),
                        Depth::dropoutScale));
    }

    private static Variant activationDerivative(Draws d) {
        var activation = Activation.of(d.name("activation"));
        double z = d.tenths("z", -25, 25);
        double slope = activation.slope(z);
        var sheet =
                Sheet.asking(
                                "What is the derivative of %s, $f(z) = %s$, at $z = %s$?",
                                activation.title, activation.tex, tex(z))
                        .value("activation", activation.title)
                        .value("point", z)
                        .step("$f'(z) = %s$.", activation.slopeTex)
                        .step(
                                "$f(%s) %s$, $f'(%s) %s$.",
                                tex(z), eq(activation.at(z)), tex(z), eq(slope))
                        .slip(activation.at(z), "That is the value; the derivative is asked for.");
        switch (activation) {
            case SIGMOID, SOFTPLUS, SILU ->
                    sheet.slip(1 - SIGMOID.at(z), "One factor of the derivative is missing.")
                            .slip(SIGMOID.slope(z), "That is the derivative of the sigmoid.");
            case TANH ->
                    sheet.slip(1 - activation.at(z), "The tanh is squared in its derivative.")
                            .slip(SIGMOID.slope(z), "That is the derivative of the sigmoid.");
            case RELU, LEAKY_RELU, IDENTITY ->
                    sheet.slip(activation.slope(-z), "On which side of 0 is $z$?")
                            .slip(0.01 * z, "That is the value; the derivative is asked for.");
        }
        return sheet.real(slope, "Derive first, then put in the number.");
    }

    private static Variant gradientThroughLayers(Draws d) {
        var activation = Activation.of(d.name("activation"));
        int layers = d.whole("layers");
        double weight = d.chance("weight").whole(5, 30) / 10.0;
        double slope =
                activation == RELU
                        ? 1
                        : d.chance("slope").whole(5, activation == SIGMOID ? 25 : 90) / 100.0;
        double each = slope * weight;
        if (each == 1) {
            weight += 0.5;
            each = slope * weight;
        }
        boolean factor = d.is("ask", "factor");
        double limit = each < 1 ? 0.001 : 1_000;
        var sheet =
                Sheet.asking(
                                """
                                In a chain of layers of one %s unit each, every weight is $%s$%s. %s\
                                """,
                                activation.title,
                                tex(weight),
                                activation == RELU
                                        ? " and every unit is active"
                                        : " and the derivative of the activation is $%s$ in every layer"
                                                .formatted(tex(slope)),
                                factor
                                        ? """
                                        By what factor does the gradient change on its way back through \
                                        $%d$ layers?\
                                        """
                                                .formatted(layers)
                                        : """
                                        Through how many layers must the gradient go until it is %s \
                                        $%s$ times what it was?\
                                        """
                                                .formatted(
                                                        each < 1 ? "less than" : "more than",
                                                        tex(limit)))
                        .value("activation", activation.title)
                        .value("weight", weight)
                        .value("derivative", slope)
                        .value("layers", layers)
                        .value("limit", limit)
                        .step(
                                "Each layer multiplies the gradient by derivative times weight: $%s"
                                        + " \\cdot %s %s$.",
                                tex(slope), tex(weight), eq(each));
        if (factor) {
            double all = StrictMath.pow(each, layers);
            return sheet.step("$%s^{%d} %s$.", tex(each), layers, eq(all))
                    .slip(each * layers, "The factors multiply: take the power, not the multiple.")
                    .slip(StrictMath.pow(slope, layers), "The weights are factors too.")
                    .slip(StrictMath.pow(weight, layers), "The derivatives are factors too.")
                    .slip(StrictMath.pow(each, layers - 1), "One layer is missing.")
                    .slip(each, "That is a single layer.")
                    .real(all, "One factor for each layer; they multiply.");
        }
        double exact = StrictMath.log(limit) / StrictMath.log(each);
        double needed = Math.floor(exact) + 1;
        return sheet.step(
                        "$%s^n$ passes $%s$ at $n = \\ln %s / \\ln %s %s$.",
                        tex(each), tex(limit), tex(limit), tex(each), eq(exact))
                .step("So $%s$ layers.", tex(needed))
                .slip(needed - 1, "After that many it has not yet passed the limit.")
                .slip(
                        Math.ceil(limit < 1 ? 1 / (limit * each) : limit / each),
                        "The factors multiply, they do not add.")
                .count(needed, "Take logarithms: how many factors make the limit?");
    }

    private static Variant initialDeviation(Draws d) {
        var scheme = d.name("scheme");
        double in = d.whole("fan-in");
        double out = d.whole("fan-out");
        double variance =
                switch (scheme) {
                    case "xavier" -> 2 / (in + out);
                    case "he" -> 2 / in;
                    default -> 1 / in;
                };
        var rule =
                switch (scheme) {
                    case "xavier" -> "\\frac{2}{n_{in} + n_{out}}";
                    case "he" -> "\\frac{2}{n_{in}}";
                    default -> "\\frac{1}{n_{in}}";
                };
        var title =
                switch (scheme) {
                    case "xavier" -> "Xavier (Glorot)";
                    case "he" -> "He (Kaiming)";
                    default -> "LeCun";
                };
        var ask = d.name("ask");
        double deviation = StrictMath.sqrt(variance);
        double bound = StrictMath.sqrt(3 * variance);
        var sheet =
                Sheet.asking(
                                """
                                A layer has $%s$ inputs and $%s$ outputs. Its weights are drawn by the \
                                %s rule. %s\
                                """,
                                tex(in),
                                tex(out),
                                title,
                                switch (ask) {
                                    case "bound" ->
                                            """
                                            They are uniform between $-a$ and $a$, with the variance of \
                                            that rule. What is $a$?\
                                            """;
                                    case "variance" -> "What is their variance?";
                                    default -> "They are normal. What is their standard deviation?";
                                })
                        .value("inputs", in)
                        .value("outputs", out)
                        .value("scheme", title)
                        .step("The variance is $%s %s$.", rule, eq(variance));
        return switch (ask) {
            case "bound" ->
                    sheet.step(
                                    "A uniform distribution on $[-a, a]$ has variance $a^2 / 3$: $a ="
                                            + " \\sqrt{3 \\cdot %s} %s$.",
                                    tex(variance), eq(bound))
                            .slip(deviation, "That is the standard deviation.")
                            .slip(2 * bound, "That is the width of the whole interval.")
                            .slip(variance, "That is the variance.")
                            .real(bound, "Which $a$ gives a uniform distribution that variance?");
            case "variance" ->
                    sheet.slip(deviation, "That is the standard deviation.")
                            .slip(1 / in, "That is LeCun's rule.")
                            .slip(2 / in, "That is He's rule.")
                            .slip(2 / (in + out), "That is Xavier's rule.")
                            .real(variance, "Which of the two sizes does the rule look at?");
            default ->
                    sheet.step("Its root is $%s$.", tex(deviation))
                            .slip(variance, "That is the variance; the deviation is its root.")
                            .slip(StrictMath.sqrt(1 / in), "That is LeCun's rule.")
                            .slip(StrictMath.sqrt(2 / in), "That is He's rule.")
                            .slip(StrictMath.sqrt(2 / (in + out)), "That is Xavier's rule.")
                            .slip(StrictMath.sqrt(1 / (in + out)), "A factor 2 is missing.")
                            .slip(bound, "That is the bound of the uniform form.")
                            .real(deviation, "First the variance of the rule, then its root.");
        };
    }

    private static Variant batchNormalise(Draws d) {
        int count = d.whole("count");
        var values = d.parts("values", count, -30, 50, 10);
        values[0] = values[1] == values[0] ? values[0] + 1 : values[0];
        int asked = d.chance("which").below(count);
        boolean scaled = d.is("scale-shift", "yes");
        double gamma = scaled ? d.chance("gamma").whole(5, 25) / 10.0 : 1;
        double beta = scaled ? d.tenths("beta", -10, 10) : 0;
        double mean = Arrays.stream(values).sum() / count;
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / count;
        double normal = (values[asked] - mean) / StrictMath.sqrt(variance);
        double result = gamma * normal + beta;
        var sheet =
                Sheet.asking(
                                """
                                In a batch of %d examples a unit has the values $%s$. It is batch-normalised \
                                (variance over $n$, $\\epsilon$ negligible)%s. What becomes of the value \
                                $%s$?\
                                """,
                                count,
                                list(values),
                                scaled
                                        ? ", then scaled by $\\gamma = %s$ and shifted by $\\beta = %s$"
                                                .formatted(tex(gamma), tex(beta))
                                        : "",
                                tex(values[asked]))
                        .value("values", list(values))
                        .value("value", values[asked])
                        .step("Mean: $%s$.", tex(mean))
                        .step(
                                "Variance: $%s$, deviation $%s$.",
                                tex(variance), tex(StrictMath.sqrt(variance)))
                        .step(
                                "$(%s - %s) / %s %s$.",
                                tex(values[asked]),
                                par(mean),
                                tex(StrictMath.sqrt(variance)),
                                eq(normal));
        if (scaled) {
            sheet.step("$%s \\cdot %s + %s %s$.", tex(gamma), par(normal), par(beta), eq(result));
        }
        double overVariance = gamma * (values[asked] - mean) / variance + beta;
        double sample = StrictMath.sqrt(variance * count / (count - 1));
        return sheet.slip(overVariance, "Divide by the deviation, the root of the variance.")
                .slip(
                        gamma * (values[asked] - mean) / sample + beta,
                        "The variance is over $n$, not $n - 1$.")
                .slip(gamma * (values[asked] - mean) + beta, "Divide by the deviation.")
                .slip(normal, "Scale and shift are missing.")
                .slip(gamma * (normal + beta), "Scale first, then shift.")
                .slip(
                        gamma * values[asked] / StrictMath.sqrt(variance) + beta,
                        "Subtract the mean first.")
                .real(result, "Subtract the mean, divide by the deviation, then scale and shift.");
    }

    private static Variant dropoutScale(Draws d) {
        double rate = d.number("rate");
        double keep = 1 - rate;
        double value = d.tenths("value", 2, 40);
        var ask = d.name("ask");
        long units = 10 * d.chance("units").whole(2, 50);
        var sheet =
                Sheet.asking(
                                """
                                Inverted dropout drops each unit with probability $%s$ while training. %s\
                                """,
                                tex(rate),
                                switch (ask) {
                                    case "expectation" ->
                                            """
                                            A unit has the value $%s$ before dropout. What is the expected \
                                            value behind it?\
                                            """
                                                    .formatted(tex(value));
                                    case "active" ->
                                            "How many of $%s$ units are expected to stay?"
                                                    .formatted(tex(units));
                                    default ->
                                            """
                                            A unit has the value $%s$ before dropout, and it is kept. What \
                                            is its value behind it?\
                                            """
                                                    .formatted(tex(value));
                                })
                        .value("rate", rate)
                        .value("unit-value", value)
                        .value("units", units)
                        .step(
                                "It keeps a unit with probability $1 - %s = %s$.",
                                tex(rate), tex(keep));
        return switch (ask) {
            case "expectation" ->
                    sheet.step(
                                    "Kept, it is $%s / %s$; expected is $%s \\cdot %s / %s = %s$.",
                                    tex(value),
                                    tex(keep),
                                    tex(keep),
                                    tex(value),
                                    tex(keep),
                                    tex(value))
                            .slip(value * keep, "That holds without the scaling by $1/(1-p)$.")
                            .slip(value / keep, "That is the value when it is kept.")
                            .slip(value * rate, "That is not even the share that is kept.")
                            .real(value, "The scaling is chosen so that one thing stays the same.");
            case "active" ->
                    sheet.step("$%s \\cdot %s = %s$.", tex(keep), tex(units), tex(keep * units))
                            .slip(rate * units, "Those are dropped.")
                            .count(Math.round(keep * units), "Share that is kept, times units.");
            default ->
                    sheet.step(
                                    "It is divided by that: $%s / %s %s$.",
                                    tex(value), tex(keep), eq(value / keep))
                            .slip(value, "Kept units are scaled up to make up for the others.")
                            .slip(value * keep, "It is divided by the share kept, not multiplied.")
                            .slip(value / rate, "Divide by the share that is kept.")
                            .slip(value * rate, "Divide by the share that is kept.")
                            .real(value / keep, "By what is a kept unit divided?");
        };
    }
}
