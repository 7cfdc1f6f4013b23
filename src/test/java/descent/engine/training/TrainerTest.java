package descent.engine.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.spec.ExperimentSpec;
import descent.engine.tensor.Kernels;
import descent.engine.training.RunResult.End;
import descent.testing.SecondLane;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@SecondLane
class TrainerTest {
    private static final String SPIRALS =
            """
            seed: 3
            data: {kind: spirals, size: 300, noise: 0.1, split: {validation: 0.2, test: 0.1}}
            network: {layers: [{kind: dense, units: 16, activation: tanh}, {kind: dense, units: 16, activation: tanh}]}
            optimizer: {kind: adam, learningRate: 0.02}
            batch: {size: 32}
            stop: {steps: 600}
            """;

    private static final String ONE_STEP = SPIRALS.replace("steps: 600", "steps: 1");

    static ExperimentSpec spec(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return ExperimentSpec.read(tree);
    }

    private static RunRecord run(String yaml) {
        return RunRecord.of(spec(yaml));
    }

    @Test
    void learnsToTellMoonsApart() {
        var run = run(SPIRALS.replace("spirals", "moons"));
        assertEquals(End.FINISHED, run.result().end());
        assertEquals(600, run.result().steps());
        assertTrue(run.figure("final.train.accuracy").orElseThrow() > 0.95);
        assertTrue(run.figure("test.accuracy").orElseThrow() > 0.9);
        assertTrue(
                run.figure("best.validation.loss").orElseThrow()
                        <= run.figure("final.validation.loss").orElseThrow());
        assertEquals(600, run.figure("steps").orElseThrow());
        assertEquals(
                run.points().get(2).values()[0], run.figure("step.6.train.loss").orElseThrow());
    }

    @Test
    void sameSpecSameCurveOnAllKernels() {
        List<Point> expected = null;
        for (var kernels : Kernels.available()) {
            var run = RunRecord.of(Trainer.of(spec(SPIRALS), kernels), () -> false);
            if (expected == null) expected = run.points();
            assertEquals(expected.size(), run.points().size());
            for (int i = 0; i < expected.size(); i++)
                assertArrayEquals(
                        expected.get(i).values(),
                        run.points().get(i).values(),
                        kernels.description() + " at point " + i);
        }
    }

    @Test
    void pointsStandAtTheStartEveryIntervalAndTheEnd() {
        var run = run(SPIRALS + "record: {every: 250}\n");
        assertEquals(
                List.of(0L, 250L, 500L, 600L), run.points().stream().map(Point::step).toList());
        assertEquals(run.points().size(), spec(SPIRALS + "record: {every: 250}").cost().points());
        assertEquals(
                List.of(
                        "train.loss",
                        "validation.loss",
                        "train.accuracy",
                        "validation.accuracy",
                        "batch.loss",
                        "learningRate"),
                run.header().figures());
    }

    @Test
    void initialWeightsAreTheSameWhateverTheOptimizerAndBatch() {
        var one = run(ONE_STEP);
        var other = run(ONE_STEP.replace("size: 32", "size: 1").replace("adam", "sgd"));
        assertEquals(
                one.figure("step.0.train.loss").orElseThrow(),
                other.figure("step.0.train.loss").orElseThrow());
        assertNotEquals(
                one.figure("final.train.loss").orElseThrow(),
                other.figure("final.train.loss").orElseThrow());
    }

    @Test
    void anotherSeedIsAnotherRun() {
        var one = run(ONE_STEP);
        var other = run(ONE_STEP.replace("seed: 3", "seed: 4"));
        assertNotEquals(
                one.figure("step.0.train.loss").orElseThrow(),
                other.figure("step.0.train.loss").orElseThrow());
    }

    @Test
    void divergesAtAStepAndALayer() {
        var run =
                run(
                        """
                        data: {kind: sine, size: 50}
                        network: {layers: [{kind: dense, units: 8, activation: relu}]}
                        optimizer: {kind: sgd, learningRate: 100}
                        record: {every: 1}
                        """);
        assertEquals(End.DIVERGED, run.result().end());
        var divergence = run.result().divergence().orElseThrow();
        assertTrue(divergence.step() < 20, divergence.toString());
        assertFalse(divergence.layer().isEmpty());
        for (var point : run.points()) assertTrue(Double.isFinite(point.values()[0]));
    }

    @Test
    void divergenceNamesTheFirstLayerWhoseNumbersAreNotFinite() {
        var layer =
                "{kind: dense, units: 64, activation: identity, initializer: {kind: constant,"
                        + " value: 10}}";
        var layers = String.join(", ", Collections.nCopies(16, layer));
        var run = run("network: {layers: [" + layers + "]}\n");
        assertEquals(End.DIVERGED, run.result().end());
        var divergence = run.result().divergence().orElseThrow();
        assertEquals(1, divergence.step());
        // Each layer adds up 64 products with 10: after so many, more than float32 holds.
        assertEquals("dense15", divergence.layer());
    }

    @Test
    void cancelIsNoticedWithinAStep() {
        var asked = new AtomicInteger();
        var run = RunRecord.of(Trainer.of(spec(SPIRALS)), () -> asked.incrementAndGet() > 10);
        assertEquals(End.CANCELLED, run.result().end());
        assertEquals(10, run.result().steps());
        assertFalse(run.result().end().isValue());
    }

    @Test
    void endsAtItsTarget() {
        var run =
                run(
                        SPIRALS.replace(
                                "steps: 600",
                                "steps: 600, target: {figure: train.accuracy, value: 0.7}"));
        assertEquals(End.REACHED_TARGET, run.result().end());
        assertTrue(run.result().steps() < 600);
        assertTrue(run.figure("final.train.accuracy").orElseThrow() >= 0.7);
    }

    @Test
    void stopsEarlyAndBringsTheBestWeightsBack() {
        var run =
                run(
                        """
                        data: {kind: randomLabels, size: 60, split: {validation: 0.5}}
                        network: {layers: [{kind: dense, units: 32, activation: tanh}]}
                        optimizer: {kind: adam, learningRate: 0.05}
                        stop: {steps: 5000, earlyStopping: {patience: 5}}
                        record: {every: 5}
                        """);
        assertEquals(End.STOPPED_EARLY, run.result().end());
        assertEquals(
                run.figure("best.validation.loss").orElseThrow(),
                run.figure("final.validation.loss").orElseThrow());
        assertTrue(run.result().finalStep() < run.result().steps());
    }

    @Test
    void countsWeightsThatAreAsGoodAsZero() {
        var tiny = "activation: tanh, initializer: {kind: normal, standardDeviation: 0.0001}}, ";
        var run =
                run(
                        ONE_STEP.replaceFirst("activation: tanh}, ", tiny)
                                + "record: {layers: [smallWeights]}");
        assertEquals(1, run.figure("step.0.smallWeights.dense1").orElseThrow());
        assertTrue(run.figure("step.0.smallWeights.dense2").orElseThrow() < 0.1);
        assertEquals(0, run.figure("final.smallWeights.dense1").orElseThrow(), "Adam moved them");
    }

    @Test
    void recordsFiguresOfLayersAndSnapshots() {
        var run =
                run(
                        SPIRALS
                                + """
                                record:
                                  every: 100
                                  layers: [gradientNorm, weightNorm, updateRatio, saturation, deadUnits, smallWeights]
                                  snapshots: {every: 3, surface: 10, histogram: 5, weights: true, confusion: true}
                                """);
        var first = run.points().getFirst();
        var last = run.points().getLast();
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < last.values().length; i++)
            values.put(run.header().figures().get(i), last.values()[i]);
        for (var layer : List.of("dense1", "dense2", "output")) {
            assertTrue(values.get("gradientNorm." + layer) > 0);
            assertTrue(values.get("weightNorm." + layer) > 0);
            assertTrue(values.get("updateRatio." + layer) > 0);
        }
        assertTrue(values.get("gradientNorm") >= values.get("gradientNorm.dense1"));
        assertTrue(values.get("saturation.dense1") > 0);
        assertFalse(values.containsKey("deadUnits.dense1"), "tanh units do not die");
        assertTrue(run.figure("step.0.gradientNorm.dense1").isEmpty(), "no step, no gradient");
        assertTrue(Double.isNaN(first.values()[run.header().figures().indexOf("gradientNorm")]));
        assertEquals(
                List.of(0L, 300L, 600L), run.snapshots().stream().map(Snapshot::step).toList());
        var snapshot = run.snapshots().getLast();
        assertEquals(100, snapshot.surface().orElseThrow().values().length);
        int examples = 0;
        for (var row : snapshot.confusion().getFirst().counts()) for (int n : row) examples += n;
        assertEquals(210, examples);
        assertEquals(6, snapshot.weights().size());
        assertEquals(9, snapshot.histograms().size());
        assertEquals(
                spec(SPIRALS + "record: {every: 100, snapshots: {every: 3, surface: 10}}")
                        .cost()
                        .snapshots(),
                run.snapshots().size());
    }

    @Test
    void manyRunsAtOnceAreTheSameAsOneAlone() throws InterruptedException {
        var alone = run(SPIRALS).points();
        var runs = new ArrayList<RunRecord>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++)
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                var run = run(SPIRALS);
                                synchronized (runs) {
                                    runs.add(run);
                                }
                            }));
        for (var thread : threads) thread.join();
        assertEquals(4, runs.size());
        for (var run : runs)
            for (int i = 0; i < alone.size(); i++)
                assertArrayEquals(alone.get(i).values(), run.points().get(i).values());
    }
}
