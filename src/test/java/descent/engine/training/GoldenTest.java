package descent.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.EngineVersion;
import descent.engine.data.DataSource;
import descent.engine.data.Regression;
import descent.engine.diagnostics.Evaluation;
import descent.engine.loss.Loss;
import descent.engine.nn.Initializer;
import descent.engine.nn.LayerSpec;
import descent.engine.optimizer.Clipping;
import descent.engine.optimizer.Optimizer;
import descent.engine.optimizer.Schedule;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Json;
import descent.engine.spec.SpecTrees;
import descent.engine.tensor.Activation;
import descent.engine.tensor.Kernels;
import descent.testing.SecondLane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Short runs of everything there is, as checksums of all that they recorded: the same on every
 * machine and at every vector width. {@code golden.txt} holds them.
 */
@SecondLane
class GoldenTest {
    private static final Path WRITTEN = Path.of("target", "golden.txt");

    private static final String BASE =
            """
            data: {size: 60, noise: 0.1, split: {validation: 0.2, test: 0.1}}
            network: {layers: [{kind: dense, units: 9, activation: tanh}]}
            optimizer: {kind: momentum, learningRate: 0.1}
            batch: {size: 16}
            stop: {steps: 12}
            record:
              every: 3
              layers: [gradientNorm, weightNorm, updateRatio, saturation, deadUnits]
              snapshots: {every: 2, surface: 5, histogram: 4, weights: true, confusion: true}
            """;

    private static final String BY_NAME =
            """
            P1: {data: {size: 500}, network: {layers: [{kind: dense, units: 8, activation: tanh}, {kind: dense, units: 8, activation: tanh}], output: {activation: tanh}}, loss: {kind: meanSquaredError, half: true}, optimizer: {kind: sgd, learningRate: 0.03}, batch: {size: 10}}
            P2: {data: {size: 500}, network: {layers: [{kind: dense, units: 64}, {kind: dense, units: 64}]}, optimizer: {kind: adam, learningRate: 0.001}, batch: {size: 32}}
            P3: {data: {kind: blobs, dimensions: 64, classes: 10, size: 100}, network: {layers: [{kind: dense, units: 128}, {kind: dense, units: 64}]}, optimizer: {kind: adam, learningRate: 0.001}, batch: {size: 32}, record: {snapshots: {surface: 0, weights: false}}}
            P4: {data: {kind: blobs, dimensions: 784, classes: 10, size: 20, split: {validation: 0, test: 0}}, network: {layers: [{kind: dense, units: 256}, {kind: dense, units: 128}]}, optimizer: {kind: adam, learningRate: 0.001}, batch: {size: 16}, stop: {steps: 2}, record: {snapshots: {surface: 0, weights: false}}}
            P5: {data: {size: 100}, network: {layers: [&s {kind: dense, units: 32, activation: sigmoid}, *s, *s, *s, *s, *s, *s, *s, *s, *s], output: {activation: sigmoid}}, loss: {kind: meanSquaredError, half: true}, optimizer: {kind: sgd, learningRate: 0.03}, batch: {size: 32}, record: {snapshots: {weights: false}}}
            layer dense: {network: {layers: [{kind: dense, units: 17, initialBias: 0.2}, {kind: dense, units: 3}]}}
            layer activation: {network: {layers: [{kind: dense, units: 9, activation: identity}, {kind: activation, function: silu}]}}
            layer dropout: {network: {layers: [{kind: dense, units: 9}, {kind: dropout, rate: 0.3}]}}
            layer batchNorm: {network: {layers: [{kind: dense, units: 9}, {kind: batchNorm}]}}
            layer layerNorm: {network: {layers: [{kind: dense, units: 9}, {kind: layerNorm}]}}
            layer residual: {network: {layers: [{kind: dense, units: 9}, {kind: residual, layers: [{kind: dense, units: 4}, {kind: dense, units: 9, activation: identity}]}]}}
            optimizer rmsProp with all it can: {optimizer: {kind: rmsProp, centered: true, momentum: 0.9}}
            optimizer custom: {optimizer: {kind: custom, learningRate: 0.1, settings: {beta: 0.9}, rule: "m = beta * m + (1 - beta) * g; w = where(abs(m) > 0.001, w - learningRate * sign(m) * exp(log(abs(m) + 1)) ^ 0.5, w - m)"}}
            schedule step: {schedule: {kind: step, every: 4}}
            schedule exponential: {schedule: {kind: exponential, factor: 0.9, warmup: 3}}
            schedule reduceOnPlateau: {schedule: {kind: reduceOnPlateau, patience: 1, minDelta: 1}}
            clipping byValue: {clipping: {kind: byValue, limit: 0.01}}
            clipping byNorm: {clipping: {kind: byNorm, limit: 0.01}}
            penalty l1: {regularization: {l1: 0.01}}
            penalty l2: {regularization: {l2: 0.01, biases: true}}
            weight decay: {regularization: {weightDecay: 0.1}}
            max norm: {regularization: {maxNorm: 0.5}}
            softmax under squared error: {loss: meanSquaredError, network: {output: {activation: softmax}}}
            data table: {data: {kind: table, columns: [a, b, c], classes: ["no", "yes"], rows: [[1, 2, 0], [2, 1, 1], [3, 5, 1], [4, 4, 0], [5, 1, 1], [6, 0, 0], [7, 2, 1], [8, 8, 0], [9, 1, 1], [1, 1, 0]]}}
            data spirals: {data: {arms: 3, labelNoise: 0.1, features: [x1, x2, x1^2, x1*x2, sin(x1), cos(x2)]}}
            data glyphs: {data: {kind: glyphs}, record: {snapshots: {surface: 0}}}
            batch of one, not shuffled: {batch: {size: 1, shuffle: false}}
            batch of all: {batch: {size: 1000}}
            batch without the last short one: {batch: {size: 16, dropLast: true}, stop: {steps: 12}}
            stopped early: {optimizer: {learningRate: 3}, stop: {steps: 40, earlyStopping: {patience: 2}}}
            diverged: {loss: meanSquaredError, optimizer: {learningRate: 100}, network: {layers: [{kind: dense, units: 9, activation: relu}], output: {activation: identity}}}
            """;

    private static final String WITHOUT_CONFUSION = "record: {snapshots: {confusion: false}}";

    private static Map<?, ?> yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static final List<Class<?>> FAMILIES =
            List.of(
                    LayerSpec.class,
                    Loss.class,
                    Optimizer.class,
                    Schedule.class,
                    Clipping.class,
                    Initializer.class,
                    DataSource.class);

    private static String word(Class<?> family) {
        if (family == LayerSpec.class) return "layer";
        if (family == DataSource.class) return "data";
        return lower(family.getSimpleName());
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> members(Class<?> family) {
        var names = new ArrayList<String>();
        for (var member : family.getPermittedSubclasses())
            if (member.isSealed()) names.addAll(members(member));
            else names.add(lower(member.getSimpleName()));
        return names;
    }

    /** Names and specs: those written above, and each member of each family with its defaults. */
    private static Map<String, ExperimentSpec> runs() {
        var trees = new LinkedHashMap<String, Map<?, ?>>();
        yaml(BY_NAME).forEach((name, spec) -> trees.put((String) name, (Map<?, ?>) spec));
        for (var f : Activation.values())
            if (f != Activation.SOFTMAX)
                trees.put(
                        "activation " + f.text(),
                        yaml(
                                "network: {layers: [{kind: dense, units: 9, activation: %s}, {kind: dense, units: 5, activation: %s}]}"
                                        .formatted(f.text(), f.text())));
        for (var family : FAMILIES)
            for (var member : members(family))
                trees.computeIfAbsent(word(family) + " " + member, _ -> usual(family, member));
        for (var regression : Regression.class.getPermittedSubclasses())
            trees.computeIfPresent(
                    "data " + lower(regression.getSimpleName()),
                    (_, tree) -> SpecTrees.merged(tree, yaml(WITHOUT_CONFUSION)));
        var specs = new LinkedHashMap<String, ExperimentSpec>();
        trees.forEach((name, tree) ->
                specs.put(name, ExperimentSpec.read(SpecTrees.merged(yaml(BASE), tree))));
        return specs;
    }

    private static Map<?, ?> usual(Class<?> family, String member) {
        if (family == Initializer.class)
            return yaml(
                    "network: {layers: [{kind: dense, units: 9, initializer: %s}]}"
                            .formatted(member));
        return Map.of(word(family), Map.of("kind", member));
    }

    /** All of a run but the time it took. */
    public record Recorded(
            List<Point> points,
            List<Snapshot> snapshots,
            String end,
            long steps,
            long finalStep,
            Optional<RunResult.Divergence> divergence,
            Optional<Evaluation> test,
            long multiplyAdds) {}

    private static String checksum(ExperimentSpec spec, Kernels kernels) {
        var run = RunRecord.of(Trainer.of(spec, kernels), () -> false);
        var result = run.result();
        var recorded =
                new Recorded(
                        run.points(),
                        run.snapshots(),
                        result.end().name(),
                        result.steps(),
                        result.finalStep(),
                        result.divergence(),
                        result.test(),
                        result.multiplyAdds());
        var sum = new CRC32C();
        sum.update(Json.of(recorded).getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    static List<Kernels> kernels() {
        return Kernels.available();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void numbersAreWhatTheyWere(Kernels kernels) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("engine version: " + EngineVersion.CURRENT);
        runs().forEach((name, spec) -> lines.add(name + ": " + checksum(spec, kernels)));
        Files.createDirectories(WRITTEN.getParent());
        Files.write(WRITTEN, lines);
        assertEquals(
                golden(),
                lines.stream().collect(Collectors.joining("\n")).strip(),
                kernels.description()
                        + ": a changed checksum needs a new EngineVersion, or recorded runs would"
                        + " be shown with numbers that the engine no longer computes. The new ones"
                        + " are in "
                        + WRITTEN);
    }

    private static String golden() throws IOException {
        try (var in = GoldenTest.class.getResourceAsStream("/descent/engine/golden.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
