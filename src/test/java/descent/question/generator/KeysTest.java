package descent.question.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.testing.SecondLane;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keys against another way to find them: step by step where the generator has a formula, by the
 * definition where it has a rule. Numbers are those that an author's text is given.
 */
@SecondLane
class KeysTest {
    private static final int SEEDS = 200;

    /** A variant's values as numbers. */
    private record Given(Map<String, String> values, String text) {
        double number(String name) {
            return Double.parseDouble(values.get(name));
        }

        int whole(String name) {
            return Integer.parseInt(values.get(name));
        }

        double[] list(String name) {
            return Arrays.stream(values.get(name).split(", "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        int[] network() {
            return Arrays.stream(values.get("network").split("-"))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }

        /** A number of the text, found by what stands around it. */
        double found(String pattern) {
            var matcher = Pattern.compile(pattern).matcher(text);
            assertTrue(matcher.find(), pattern + " in " + text);
            return Double.parseDouble(matcher.group(1).replace("{,}", ""));
        }
    }

    private static void check(
            String generator, Map<String, Object> bounds, ToDoubleFunction<Given> key) {
        var made = new HashMap<String, Bound>();
        bounds.forEach((name, value) ->
                made.put(
                        name,
                        value instanceof String s
                                ? new Bound.Names(java.util.List.of(s))
                                : new Bound.Numbers(
                                        new BigDecimal(value.toString()),
                                        new BigDecimal(value.toString()))));
        for (long seed = 0; seed < SEEDS; seed++) {
            var variant = Generators.byName().get(generator).variant(made, seed);
            double expected = key.applyAsDouble(new Given(variant.values(), variant.text()));
            double answer = variant.answer().answer().doubleValue();
            assertEquals(expected, answer, 2e-6 * Math.abs(expected) + 1e-12, variant.text());
        }
    }

    @Test
    void neuronSumsUp() {
        check(
                "neuron-output",
                Map.of("activation", "tanh"),
                g -> {
                    double z = g.number("bias");
                    for (int i = 0; i < g.list("inputs").length; i++) {
                        z += g.list("inputs")[i] * g.list("weights")[i];
                    }
                    return Math.tanh(z);
                });
    }

    @Test
    void squaredErrors() {
        check(
                "mean-squared-error",
                Map.of("convention", "half"),
                g -> {
                    double sum = 0;
                    for (int i = 0; i < g.list("outputs").length; i++) {
                        sum += Math.pow(g.list("outputs")[i] - g.list("targets")[i], 2);
                    }
                    return sum / 2 / g.list("outputs").length;
                });
    }

    /** The gradient of a loss is what a small change of its input does to it. */
    @Test
    void gradientsOfLossesAreTheirSlopes() {
        check(
                "mean-squared-error",
                Map.of("ask", "gradient"),
                g -> {
                    int at = (int) g.found("partial o_\\{(\\d)}") - 1;
                    var outputs = g.list("outputs");
                    return slope(
                            outputs[at],
                            o -> {
                                outputs[at] = o;
                                double sum = 0;
                                for (int i = 0; i < outputs.length; i++) {
                                    sum += Math.pow(outputs[i] - g.list("targets")[i], 2);
                                }
                                return sum / outputs.length;
                            });
                });
        check(
                "softmax-cross-entropy",
                Map.of("ask", "gradient"),
                g -> {
                    int at = (int) g.found("partial z_\\{(\\d)}") - 1;
                    var logits = g.list("logits");
                    return slope(
                            logits[at],
                            z -> {
                                logits[at] = z;
                                return crossEntropy(logits, g.whole("target") - 1);
                            });
                });
        check(
                "binary-cross-entropy",
                Map.of("ask", "gradient"),
                g -> slope(g.number("logit"), z -> binary(z, g.whole("target"))));
        check(
                "penalised-loss",
                Map.of("ask", "gradient", "penalty", "l2"),
                g -> {
                    int at = (int) g.found("partial w_\\{(\\d)}") - 1;
                    double w = g.list("weights")[at];
                    return g.found("partial w_\\{\\d} = (-?[0-9.]+)")
                            + slope(w, v -> g.number("strength") / 2 * v * v);
                });
    }

    @Test
    void lossesByTheirDefinition() {
        check(
                "softmax-cross-entropy",
                Map.of("ask", "loss"),
                g -> crossEntropy(g.list("logits"), g.whole("target") - 1));
        check(
                "binary-cross-entropy",
                Map.of("ask", "loss"),
                g -> binary(g.number("logit"), g.whole("target")));
        check(
                "penalised-loss",
                Map.of("ask", "loss", "penalty", "l1"),
                g ->
                        g.number("data-loss")
                                + g.number("strength")
                                        * Arrays.stream(g.list("weights")).map(Math::abs).sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigmoid", "tanh", "relu", "leaky-relu", "softplus", "silu"})
    void derivativesOfActivationsAreTheirSlopes(String activation) {
        check(
                "activation-derivative",
                Map.of("activation", activation),
                g ->
                        slope(
                                g.number("point"),
                                z ->
                                        switch (activation) {
                                            case "sigmoid" -> 1 / (1 + Math.exp(-z));
                                            case "tanh" -> Math.tanh(z);
                                            case "relu" -> Math.max(0, z);
                                            case "leaky-relu" -> Math.max(0.01 * z, z);
                                            case "softplus" -> Math.log(1 + Math.exp(z));
                                            default -> z / (1 + Math.exp(-z));
                                        }));
    }

    /** Rules of the reference implementations, one parameter, epsilon 0. */
    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"})
    void optimizersMoveAsTheReferenceDoes(String optimizer) {
        check(
                "optimizer-step",
                Map.of("optimizer", optimizer, "steps", 3),
                g -> {
                    double lr = g.number("rate");
                    double p = g.number("weight");
                    double v = 0;
                    double q = 0;
                    double m = 0;
                    var gradients = g.list("gradients");
                    for (int t = 1; t <= gradients.length; t++) {
                        double grad = gradients[t - 1];
                        switch (optimizer) {
                            case "sgd" -> p -= lr * grad;
                            case "momentum" -> {
                                v = t == 1 ? grad : 0.9 * v + grad;
                                p -= lr * v;
                            }
                            case "nesterov" -> {
                                v = t == 1 ? grad : 0.9 * v + grad;
                                p -= lr * (grad + 0.9 * v);
                            }
                            case "adagrad" -> {
                                q += grad * grad;
                                p -= lr * grad / Math.sqrt(q);
                            }
                            case "rmsprop" -> {
                                q = 0.9 * q + 0.1 * grad * grad;
                                p -= lr * grad / Math.sqrt(q);
                            }
                            default -> {
                                if (optimizer.equals("adamw")) {
                                    p *= 1 - lr * 0.1;
                                }
                                m = 0.9 * m + 0.1 * grad;
                                q = 0.999 * q + 0.001 * grad * grad;
                                p -=
                                        lr
                                                / (1 - Math.pow(0.9, t))
                                                * m
                                                / (Math.sqrt(q)
                                                        / Math.sqrt(1 - Math.pow(0.999, t)));
                            }
                        }
                    }
                    return p;
                });
    }

    @Test
    void descentGoesStepByStep() {
        check(
                "mini-batch-step",
                Map.of("ask", "weight"),
                g -> {
                    var x = g.list("inputs");
                    var t = g.list("targets");
                    double w = g.number("weight");
                    return w
                            - g.number("rate")
                                    * slope(
                                            w,
                                            v -> {
                                                double sum = 0;
                                                for (int i = 0; i < x.length; i++) {
                                                    sum += Math.pow(v * x[i] - t[i], 2);
                                                }
                                                return sum / x.length;
                                            });
                });
        check(
                "distance-after-steps",
                Map.of("ask", "distance"),
                g -> {
                    double w = g.number("start");
                    for (int i = 0; i < g.whole("steps"); i++) {
                        w -= g.number("rate") * g.number("curvature") * w;
                    }
                    return Math.abs(w);
                });
        check(
                "distance-after-steps",
                Map.of("ask", "steps"),
                g -> {
                    double w = g.number("start");
                    double limit = w / 100;
                    int steps = 0;
                    while (Math.abs(w) >= limit) {
                        w -= g.number("rate") * g.number("curvature") * w;
                        steps++;
                    }
                    return steps;
                });
        check(
                "shrink-by-decay",
                Map.of("penalty", "l1"),
                g -> {
                    double w = g.number("weight");
                    for (int i = 0; i < g.whole("steps"); i++) {
                        double step = g.number("rate") * g.number("strength");
                        w = Math.abs(w) <= step ? 0 : w - Math.signum(w) * step;
                    }
                    return w;
                });
    }

    /** Just below the limit descent comes closer, just above it flees. */
    @Test
    void largestStableRateIsTheEdge() {
        check(
                "largest-stable-rate",
                Map.of(),
                g -> {
                    double rate = 2 / g.number("curvature");
                    assertTrue(Math.abs(1 - 0.999 * rate * g.number("curvature")) < 1);
                    assertTrue(Math.abs(1 - 1.001 * rate * g.number("curvature")) > 1);
                    return rate;
                });
    }

    @Test
    void clippedGradientHasTheNormAllowedAndItsDirection() {
        check(
                "clip-by-norm",
                Map.of("ask", "component"),
                g -> {
                    var v = g.list("gradient");
                    double norm = Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
                    int at = (int) g.found("component \\$g_\\{(\\d)}") - 1;
                    return v[at] * Math.min(1, g.number("limit") / norm);
                });
    }

    @Test
    void averageSeesTheSameGradientAgainAndAgain() {
        check(
                "bias-correction",
                Map.of("ask", "raw"),
                g -> {
                    double m = 0;
                    for (int i = 0; i < g.whole("steps"); i++) {
                        m = g.number("beta") * m + (1 - g.number("beta")) * g.number("gradient");
                    }
                    return m;
                });
    }

    @Test
    void ratesAreThoseOfTheirSchedules() {
        check(
                "scheduled-rate",
                Map.of("schedule", "step"),
                g -> {
                    double rate = g.number("rate");
                    for (int t = 1; t <= g.whole("step"); t++) {
                        rate *= t % g.whole("every") == 0 ? g.number("factor") : 1;
                    }
                    return rate;
                });
        check(
                "scheduled-rate",
                Map.of("schedule", "warm-up-cosine"),
                g -> {
                    int warmUp = g.whole("warm-up");
                    int step = g.whole("step");
                    double rate = g.number("rate");
                    return step <= warmUp
                            ? rate * step / warmUp
                            : rate
                                    * Math.pow(
                                            Math.cos(
                                                    Math.PI
                                                            / 2
                                                            * (step - warmUp)
                                                            / (g.whole("total") - warmUp)),
                                            2);
                });
    }

    @Test
    void normalisedValueComesFromABatchOfMeanZeroAndDeviationOne() {
        check(
                "batch-normalise",
                Map.of("scale-shift", "no"),
                g -> {
                    var v = g.list("values");
                    double mean = Arrays.stream(v).average().orElseThrow();
                    double square = Arrays.stream(v).map(x -> x * x).average().orElseThrow();
                    return (g.number("value") - mean) / Math.sqrt(square - mean * mean);
                });
    }

    @Test
    void weightsAndBiasesAreCountedOneByOne() {
        check(
                "network-parameters",
                Map.of("ask", "all"),
                g -> {
                    int count = 0;
                    for (int i = 1; i < g.network().length; i++) {
                        for (int unit = 0; unit < g.network()[i]; unit++) {
                            count += g.network()[i - 1] + 1;
                        }
                    }
                    return count;
                });
        check(
                "multiply-adds",
                Map.of("ask", "epoch"),
                g -> {
                    long each = 0;
                    for (int i = 1; i < g.network().length; i++) {
                        each += (long) g.network()[i - 1] * g.network()[i];
                    }
                    return 3.0 * each * g.whole("samples");
                });
    }

    @Test
    void stepsAreCountedOneByOne() {
        for (var drop : new boolean[] {true, false}) {
            check(
                    "steps-per-epoch",
                    Map.of("last-batch", drop ? "drop" : "keep", "ask", "all"),
                    g -> {
                        int steps = 0;
                        for (int epoch = 0; epoch < g.whole("epochs"); epoch++) {
                            int left = g.whole("samples");
                            while (left > 0 && (!drop || left >= g.whole("batch"))) {
                                left -= g.whole("batch");
                                steps++;
                            }
                        }
                        return steps;
                    });
        }
    }

    @Test
    void trainingStopsWhenPatienceIsGone() {
        for (var ask : new String[] {"stop", "kept"}) {
            check(
                    "early-stopping",
                    Map.of("ask", ask),
                    g -> {
                        var row = g.text().lines().filter(l -> l.startsWith("| loss")).findFirst();
                        var losses =
                                row.orElseThrow().substring(8).replace("|", "").trim().split(" +");
                        double best = Double.POSITIVE_INFINITY;
                        int kept = 0;
                        int waited = 0;
                        int epoch = 0;
                        while (waited < g.whole("patience")) {
                            double loss = Double.parseDouble(losses[epoch++]);
                            if (loss < best) {
                                best = loss;
                                kept = epoch;
                                waited = 0;
                            } else {
                                waited++;
                            }
                        }
                        return ask.equals("stop") ? epoch : kept;
                    });
        }
    }

    private interface Function {
        double at(double x);
    }

    /** A fourth-order difference: right to about ten digits here. */
    private static double slope(double x, Function f) {
        double h = 1e-3;
        double slope =
                (8 * (f.at(x + h) - f.at(x - h)) - (f.at(x + 2 * h) - f.at(x - 2 * h))) / (12 * h);
        f.at(x);
        return Math.abs(slope) < 1e-9 ? 0 : slope;
    }

    private static double crossEntropy(double[] logits, int target) {
        double sum = 0;
        for (double z : logits) {
            sum += Math.exp(z - logits[target]);
        }
        return Math.log(sum);
    }

    private static double binary(double z, int target) {
        return Math.log(1 + Math.exp(target == 1 ? -z : z));
    }
}
