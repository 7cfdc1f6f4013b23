package descent.question.generator;

import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.whole;

import java.util.List;

/** How much there is to do: parameters, multiply-adds, steps. */
final class Counting {
    private static final Parameter BATCH = whole("batch", 1, 4_096, 8, 128);
    private static final Parameter SAMPLES = whole("samples", 10, 10_000_000, 500, 5_000);

    private Counting() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "steps-per-epoch",
                        List.of(
                                whole("samples", 10, 10_000_000, 200, 5_000),
                                BATCH,
                                whole("epochs", 1, 1_000, 5, 50),
                                names("last-batch", List.of("keep", "drop"), "keep"),
                                names("ask", List.of("epoch", "all", "last"), "epoch", "all")),
                        Counting::stepsPerEpoch),
                new Generator(
                        "network-parameters",
                        List.of(
                                DenseNetwork.LAYERS,
                                DenseNetwork.WIDEST,
                                names("ask", List.of("all", "weights", "biases", "layer"))),
                        Counting::networkParameters),
                new Generator(
                        "multiply-adds",
                        List.of(
                                DenseNetwork.LAYERS,
                                DenseNetwork.WIDEST,
                                BATCH,
                                SAMPLES,
                                names("ask", List.of("forward", "step", "epoch"))),
                        Counting::multiplyAdds));
    }

    private static Variant stepsPerEpoch(Draws d) {
        long samples = d.whole("samples");
        long batch = Math.min(d.whole("batch"), samples);
        long epochs = d.whole("epochs");
        long whole = samples / batch;
        long rest = samples % batch;
        boolean drop = d.is("last-batch", "drop");
        long steps = drop || rest == 0 ? whole : whole + 1;
        var ask = d.name("ask");
        var sheet =
                Sheet.asking(
                                """
                                A training set has $%s$ examples and is read in mini-batches of $%s$. \
                                %s %s\
                                """,
                                tex(samples),
                                tex(batch),
                                drop
                                        ? "A last batch that is not full is dropped."
                                        : "A last batch that is not full is used as it is.",
                                switch (ask) {
                                    case "epoch" -> "How many steps has one epoch?";
                                    case "all" ->
                                            "How many steps do $%s$ epochs take?"
                                                    .formatted(tex(epochs));
                                    default ->
                                            "How many examples does the last step of an epoch see?";
                                })
                        .value("samples", samples)
                        .value("batch", batch)
                        .value("epochs", epochs)
                        .step(
                                "$%s = %s \\cdot %s + %s$: there are $%s$ full batches and $%s$"
                                        + " examples left over.",
                                tex(samples),
                                tex(whole),
                                tex(batch),
                                tex(rest),
                                tex(whole),
                                tex(rest));
        if (ask.equals("last")) {
            long last = drop || rest == 0 ? batch : rest;
            return sheet.step("So the last step sees $%s$.", tex(last))
                    .slip(
                            rest,
                            "With nothing left over, or the rest dropped, the last batch is full.")
                    .slip(batch, "The last batch holds what is left over.")
                    .count(last, "Divide the examples by the batch size; what is left over?");
        }
        sheet.step("One epoch has $%s$ steps.", tex(steps));
        long other = drop ? whole + 1 : whole;
        var rounding =
                drop
                        ? "The batch that is not full is dropped here: round down."
                        : "The examples left over need a step of their own: round up.";
        if (ask.equals("epoch")) {
            return sheet.slip(other, rounding)
                    .slip(samples, "That counts examples; a step sees a whole batch.")
                    .count(steps, "A step uses one batch: divide the examples by the batch size.");
        }
        return sheet.step("$%s \\cdot %s = %s$.", tex(epochs), tex(steps), tex(epochs * steps))
                .slip(epochs * other, rounding)
                .slip(steps, "That is one epoch only.")
                .slip(
                        Math.ceilDiv(epochs * samples, batch),
                        "Each epoch ends with its own last batch: round in each, then multiply.")
                .count(epochs * steps, "Find the steps of one epoch, then multiply by the epochs.");
    }

    private static Variant networkParameters(Draws d) {
        var network = DenseNetwork.drawn(d);
        var ask = d.name("ask");
        int layer = d.chance("layer").below(network.layers());
        long from = network.size(layer);
        long to = network.size(layer + 1);
        var sheet =
                Sheet.asking(
                                """
                                A dense network has layers of %s units, input first. Every unit behind \
                                the input has a bias. %s\
                                """,
                                network.text(),
                                switch (ask) {
                                    case "weights" ->
                                            "How many weights has it, biases not counted?";
                                    case "biases" -> "How many biases has it?";
                                    case "layer" ->
                                            """
                                            How many parameters, weights and biases, lie between its \
                                            $%s$ units and the next $%s$?\
                                            """
                                                    .formatted(tex(from), tex(to));
                                    default -> "How many parameters has it in all?";
                                })
                        .value("network", network.text())
                        .value("from", from)
                        .value("into", to);
        return switch (ask) {
            case "weights" ->
                    sheet.step("Weights: $%s = %s$.", network.products(), tex(network.weights()))
                            .slip(network.parameters(), "The biases are not asked for.")
                            .count(
                                    network.weights(),
                                    "Between two layers each unit is joined with each: multiply.");
            case "biases" ->
                    sheet.step("Biases: $%s = %s$.", network.biasSum(), tex(network.biases()))
                            .slip(
                                    network.biases() + network.size(0),
                                    "The inputs are given, they have no bias.")
                            .count(network.biases(), "One for each unit behind the input.");
            case "layer" ->
                    sheet.step("$%s \\cdot %s$ weights", tex(from), tex(to))
                            .step("and $%s$ biases: $%s$.", tex(to), tex(from * to + to))
                            .slip(from * to, "The biases are missing.")
                            .slip(from * to + from, "The biases belong to the units that are fed.")
                            .count(from * to + to, "Weights join each with each; then the biases.");
            default ->
                    sheet.step("Weights: $%s = %s$.", network.products(), tex(network.weights()))
                            .step("Biases: $%s = %s$.", network.biasSum(), tex(network.biases()))
                            .step("Together $%s$.", tex(network.parameters()))
                            .slip(network.weights(), "The biases are missing.")
                            .slip(
                                    network.parameters() + network.size(0),
                                    "The inputs are given, they have no bias.")
                            .count(
                                    network.parameters(),
                                    "Count layer by layer: inputs times units, and a bias a unit.");
        };
    }

    private static Variant multiplyAdds(Draws d) {
        var network = DenseNetwork.drawn(d);
        long batch = d.whole("batch");
        long samples = Math.max(d.whole("samples"), batch);
        long forward = network.weights();
        var ask = d.name("ask");
        var sheet =
                Sheet.asking(
                                """
                                A dense network has layers of %s units. Count one multiply-add for each \
                                weight and example, nothing for biases and activations%s. %s\
                                """,
                                network.text(),
                                ask.equals("forward")
                                        ? ""
                                        : ", and twice the forward pass for the backward pass",
                                switch (ask) {
                                    case "forward" ->
                                            "How many multiply-adds is the forward pass of one example?";
                                    case "step" ->
                                            "How many multiply-adds is a training step on a batch of $%s$?"
                                                    .formatted(tex(batch));
                                    default ->
                                            "How many multiply-adds is an epoch over $%s$ examples?"
                                                    .formatted(tex(samples));
                                })
                        .value("network", network.text())
                        .value("batch", batch)
                        .value("samples", samples)
                        .step("Forward, one example: $%s = %s$.", network.products(), tex(forward));
        if (ask.equals("forward")) {
            return sheet.slip(network.parameters(), "Biases are added, not multiplied.")
                    .slip(3 * forward, "That is forward and backward.")
                    .count(forward, "Each weight is multiplied once for each example.");
        }
        long examples = ask.equals("step") ? batch : samples;
        long answer = 3 * forward * examples;
        return sheet.step(
                        "Backward costs twice that, so an example costs $3 \\cdot %s = %s$.",
                        tex(forward), tex(3 * forward))
                .step("$%s \\cdot %s = %s$.", tex(examples), tex(3 * forward), tex(answer))
                .slip(forward * examples, "That is the forward pass alone.")
                .slip(
                        2 * forward * examples,
                        "Backward costs twice the forward pass: three in all.")
                .slip(3 * forward, "That is one example.")
                .slip(
                        ask.equals("step") ? 3 * forward * samples : answer * batch,
                        "The size of the batch changes how often, not how much in all.")
                .count(answer, "Forward and backward are three forward passes; for each example.");
    }
}
