package descent.question.generator;

import static descent.question.generator.Figures.eq;
import static descent.question.generator.Figures.tex;
import static descent.question.generator.Parameter.names;
import static descent.question.generator.Parameter.whole;

import descent.question.answer.NumberAnswer.Unit;
import java.math.BigDecimal;
import java.util.List;

/** What training takes: bytes and seconds. */
final class Budget {
    private static final Parameter PRECISION = whole("precision", 2, 8, 4, 4);
    private static final Parameter OPTIMIZER = names("optimizer", OptimizerState.names());

    private Budget() {}

    static List<Generator> all() {
        return List.of(
                new Generator(
                        "training-memory",
                        List.of(
                                DenseNetwork.LAYERS,
                                DenseNetwork.WIDEST,
                                whole("batch", 1, 4_096, 8, 128),
                                OPTIMIZER,
                                PRECISION,
                                names(
                                        "ask",
                                        List.of("weights", "training", "activations"),
                                        "training")),
                        Budget::trainingMemory),
                new Generator(
                        "optimizer-state",
                        List.of(
                                OPTIMIZER,
                                whole("parameters", 10, 1_000_000_000, 1_000, 100_000),
                                PRECISION,
                                names("ask", List.of("numbers", "bytes"))),
                        Budget::optimizerState),
                new Generator(
                        "time-of-run",
                        List.of(
                                whole("parameters", 10, 1_000_000_000, 1_000, 100_000),
                                whole("samples", 10, 10_000_000, 500, 5_000),
                                whole("epochs", 1, 1_000, 5, 50),
                                whole("gigaflops", 1, 100_000, 1, 200)),
                        Budget::timeOfRun));
    }

    private static Variant trainingMemory(Draws d) {
        var network = DenseNetwork.drawn(d);
        long precision = d.whole("precision");
        long batch = d.whole("batch");
        var optimizer = OptimizerState.of(d.name("optimizer"));
        var ask = d.name("ask");
        long parameters = network.parameters();
        long kept = network.biases();
        var sheet =
                Sheet.asking(
                                """
                                A dense network has layers of %s units, with biases. Every number takes \
                                $%s$ bytes. %s\
                                """,
                                network.text(),
                                tex(precision),
                                switch (ask) {
                                    case "weights" -> "How much memory do its parameters take?";
                                    case "activations" ->
                                            """
                                            The backward pass needs the output of every unit behind the \
                                            input, for each example of a batch of $%s$. How much memory \
                                            is that?\
                                            """
                                                    .formatted(tex(batch));
                                    default ->
                                            """
                                            It is trained by %s. How much memory do its parameters, \
                                            their gradients and the state of the optimizer take together?\
                                            """
                                                    .formatted(optimizer.title);
                                })
                        .value("network", network.text())
                        .value("precision", precision)
                        .value("batch", batch)
                        .value("optimizer", optimizer.title)
                        .units(
                                unit("B", "1"),
                                unit("kB", "1000"),
                                unit("MB", "1000000"),
                                unit("KiB", "1024"),
                                unit("MiB", "1048576"));
        if (ask.equals("activations")) {
            long bytes = kept * batch * precision;
            return sheet.step(
                            "$%s = %s$ outputs an example, $%s \\cdot %s \\cdot %s = %s$ bytes.",
                            network.biasSum(),
                            tex(kept),
                            tex(kept),
                            tex(batch),
                            tex(precision),
                            tex(bytes))
                    .slip(kept * precision, "That is one example.")
                    .slip(kept * batch, "Those are numbers; each takes several bytes.")
                    .real(bytes, "Add the units behind the input; times batch, times bytes.");
        }
        long copies = ask.equals("weights") ? 1 : 2 + optimizer.perParameter;
        long bytes = parameters * copies * precision;
        sheet.step(
                "Parameters: $%s + %s = %s$.",
                network.products(), network.biasSum(), tex(parameters));
        if (copies > 1) {
            sheet.step(
                    "Each has its value, its gradient and %s: $%s$ numbers.",
                    optimizer.keeps, tex(copies));
        }
        return sheet.step(
                        "$%s \\cdot %s \\cdot %s = %s$ bytes.",
                        tex(parameters), tex(copies), tex(precision), tex(bytes))
                .slip(parameters * copies, "Those are numbers; each takes several bytes.")
                .slip(parameters * precision, "The gradients and the state come on top.")
                .slip(parameters * (copies - 1) * precision, "One of the parts is missing.")
                .slip(network.weights() * copies * precision, "The biases are missing.")
                .real(bytes, "Count parameters, then numbers kept for each, then bytes.");
    }

    private static Variant optimizerState(Draws d) {
        var optimizer = OptimizerState.of(d.name("optimizer"));
        long parameters = d.whole("parameters");
        long precision = d.whole("precision");
        boolean bytes = d.is("ask", "bytes");
        long numbers = parameters * optimizer.perParameter;
        var sheet =
                Sheet.asking(
                                "A network with $%s$ parameters is trained by %s. %s",
                                tex(parameters),
                                optimizer.title,
                                bytes
                                        ? """
                                        Every number takes $%s$ bytes. How many bytes does the \
                                        optimizer keep beside parameters and gradients?\
                                        """
                                                .formatted(tex(precision))
                                        : """
                                        How many numbers does the optimizer keep from step to step, \
                                        beside the parameters? (The count of steps is not counted.)\
                                        """)
                        .value("parameters", parameters)
                        .value("optimizer", optimizer.title)
                        .value("precision", precision)
                        .step(
                                "For each parameter %s keeps %s: $%s \\cdot %s = %s$ numbers.",
                                optimizer.title,
                                optimizer.keeps,
                                tex(parameters),
                                tex((long) optimizer.perParameter),
                                tex(numbers));
        if (bytes) {
            sheet.step(
                    "$%s \\cdot %s = %s$ bytes.",
                    tex(numbers), tex(precision), tex(numbers * precision));
        }
        long scale = bytes ? precision : 1;
        return sheet.slip(
                        (numbers + parameters) * scale,
                        "Only what the optimizer itself keeps is asked for.")
                .slip(parameters * scale, "That is one number for each parameter.")
                .slip(2 * parameters * scale, "That would be two numbers for each parameter.")
                .slip(numbers, "Those are numbers; each takes several bytes.")
                .count(numbers * scale, "How many running averages does its rule need?");
    }

    private static Variant timeOfRun(Draws d) {
        double parameters = d.whole("parameters");
        double samples = d.whole("samples");
        double epochs = d.whole("epochs");
        double speed = d.whole("gigaflops") * 1e9;
        double operations = 6 * parameters * samples * epochs;
        double seconds = operations / speed;
        return Sheet.asking(
                        """
                        A network of $%s$ weights is trained for $%s$ epochs on $%s$ examples. Forward \
                        and backward pass cost three multiply-adds for each weight and example, and a \
                        multiply-add is two operations. The machine does $%s$ operations a second. How \
                        long does the run take?\
                        """,
                        tex(parameters), tex(epochs), tex(samples), tex(speed))
                .value("parameters", parameters)
                .value("samples", samples)
                .value("epochs", epochs)
                .value("speed", speed)
                .step(
                        "Operations: $2 \\cdot 3 \\cdot %s \\cdot %s \\cdot %s = %s$.",
                        tex(parameters), tex(samples), tex(epochs), tex(operations))
                .step("$\\dfrac{%s}{%s} %s$ seconds.", tex(operations), tex(speed), eq(seconds))
                .slip(seconds / 2, "A multiply-add is two operations.")
                .slip(seconds / 3, "The backward pass costs twice the forward pass.")
                .slip(seconds / 6, "Two operations a multiply-add, three multiply-adds a weight.")
                .slip(seconds / epochs, "That is one epoch.")
                .units(unit("s", "1"), unit("ms", "0.001"), unit("min", "60"), unit("h", "3600"))
                .real(seconds, "Count all operations, then divide by the speed.");
    }

    private static Unit unit(String name, String factor) {
        return new Unit(name, new BigDecimal(factor));
    }
}
