package descent.question.generator;

import static descent.question.generator.Activation.IDENTITY;
import static descent.question.generator.Activation.RELU;
import static descent.question.generator.Activation.SIGMOID;
import static descent.question.generator.Activation.TANH;
import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.list;
import static descent.question.generator.Figures.par;
import static descent.question.generator.Figures.plus;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.whole;

import java.util.List;

/** What comes out of a neuron. */
final class Forward {
    private Forward() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "neuron-output",
                        List.of(
                                whole("inputs", 1, 5, 2, 3),
                                names(
                                        "activation",
                                        Activation.names(IDENTITY, SIGMOID, TANH, RELU),
                                        "sigmoid",
                                        "tanh",
                                        "relu"),
                                names("ask", List.of("output", "sum"), "output")),
                        Forward::neuronOutput));
    }

    private static Variant neuronOutput(Draws d) {
        int count = d.whole("inputs");
        var activation = Activation.of(d.name("activation"));
        var weights = d.parts("w", count, -15, 15, 10);
        double bias = d.tenths("bias", -10, 10);
        var inputs = inputs(d, weights, bias, activation);
        double products = products(weights, inputs);
        double sum = Math.round(100 * (products + bias)) / 100.0;
        double output = activation.at(sum);
        boolean asksSum = d.is("ask", "sum");
        var sheet =
                Sheet.asking(
                                """
                                A neuron has the weights $w = (%s)$ and the bias $b = %s$; its activation \
                                is %s, $f(z) = %s$. Its input is $x = (%s)$. What is %s?\
                                """,
                                list(weights),
                                tex(bias),
                                activation.title,
                                activation.tex,
                                list(inputs),
                                asksSum ? "the weighted sum $z$, bias included" : "its output")
                        .value("weights", list(weights))
                        .value("bias", bias)
                        .value("inputs", list(inputs))
                        .value("activation", activation.title)
                        .step(
                                "$z = %s %s %s$.",
                                Losses.sum(
                                        count, i -> par(weights[i]) + " \\cdot " + par(inputs[i])),
                                plus(bias),
                                eq(sum))
                        .slip(
                                asksSum ? products : activation.at(sum - bias),
                                "The bias is missing.");
        if (asksSum) {
            return sheet.slip(sum - 2 * bias, "Mind the sign of the bias.")
                    .real(sum, "Multiply each input by its weight, add, then the bias.");
        }
        return sheet.step("$f(%s) %s$.", tex(sum), eq(output))
                .slip(sum, "The activation is missing.")
                .slip(activation.at(sum - 2 * bias), "Mind the sign of the bias.")
                .slip(activation.slope(sum), "That is the derivative of the activation.")
                .slip(activation.at(-sum), "Mind the sign of the sum.")
                .real(output, "Weighted sum, plus bias, through the activation.");
    }

    /** Such that no activation is flat there, and the ReLU mostly on. */
    private static double[] inputs(Draws d, double[] weights, double bias, Activation activation) {
        for (int tries = 1; ; tries++) {
            var inputs = d.parts("x" + tries, weights.length, -20, 20, 10);
            double sum = products(weights, inputs) + bias;
            if (Math.abs(sum) <= 2.5 && (activation != RELU || sum > 0 || tries % 4 == 0)) {
                return inputs;
            }
        }
    }

    private static double products(double[] weights, double[] inputs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return sum;
    }
}
