package descent.engine.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.OutOfBounds;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import descent.engine.tensor.RandomStream;
import descent.engine.training.RunRecord;
import descent.testing.SecondLane;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SecondLane
class CustomTest {
    static Stream<Optimizer> builtIns() {
        return Stream.of(
                new Sgd(0.1),
                new Momentum(0.1, 0.9),
                new Nesterov(0.1, 0.9),
                new Adagrad(0.01, 1e-10),
                new Adadelta(1, 0.9, 1e-6),
                new RmsProp(0.01, 0.99, 1e-8, 0, false),
                new RmsProp(0.01, 0.99, 1e-8, 0, true),
                new RmsProp(0.01, 0.9, 1e-8, 0.9, false),
                new RmsProp(0.01, 0.9, 1e-8, 0.9, true),
                new Adam(0.001, 0.9, 0.999, 1e-8),
                new AmsGrad(0.001, 0.9, 0.999, 1e-8),
                new AdamW(new Adam(0.001, 0.9, 0.999, 1e-8), 0.05),
                new Nadam(0.001, 0.9, 0.999, 1e-8),
                new Lion(0.0001, 0.9, 0.99));
    }

    @Test
    void theListHasThemAll() {
        var kinds = new HashSet<Class<?>>(List.of(Optimizer.class.getPermittedSubclasses()));
        kinds.remove(Custom.class);
        builtIns().forEach(optimizer -> kinds.remove(optimizer.getClass()));
        assertEquals(Set.of(), kinds);
    }

    /** Gradients of all sizes, zeros among them. */
    private static void draw(float[] g, RandomStream random) {
        for (int i = 0; i < g.length; i++)
            g[i] =
                    i % 17 == 0
                            ? 0
                            : (float) (random.normal() * StrictMath.pow(10, -random.below(12)));
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void everyBuiltInOptimizerWrittenAsATextGivesTheSameWeightsToTheLastBit(Optimizer builtIn) {
        var text = Custom.like(builtIn);
        assertEquals(builtIn.state(), text.state());
        int size = 1003;
        float[][] weights = new float[2][size];
        float[][] gradients = new float[2][size];
        float[][][] states = new float[2][builtIn.state().size()][size];
        var random = RandomStream.of(5, RandomStream.Purpose.DATA);
        for (int i = 0; i < size; i++) weights[0][i] = weights[1][i] = (float) random.normal();
        var running = text.start();
        for (int t = 1; t <= 300; t++) {
            draw(gradients[0], random);
            System.arraycopy(gradients[0], 0, gradients[1], 0, size);
            double rate = builtIn.learningRate() * (1 + 1.0 / t);
            builtIn.update(weights[0], gradients[0], states[0], rate, t);
            running.update(weights[1], gradients[1], states[1], rate, t);
            assertArrayEquals(weights[0], weights[1], "weights after step " + t);
        }
        assertArrayEquals(states[0], states[1]);
    }

    @Test
    void aSpecMayHaveARuleOfItsOwn() {
        var own =
                Map.of(
                        "kind",
                        "custom",
                        "learningRate",
                        0.05,
                        "rule",
                        "v = mu * v + g\nw = w - learningRate * v",
                        "settings",
                        Map.of("mu", 0.9));
        var spec = ExperimentSpec.read(Map.of("optimizer", own));
        assertTrue(
                spec.canonical()
                        .contains(
                                "\"optimizer\":{\"kind\":\"custom\",\"learningRate\":0.05,\"rule\":\"v ="),
                spec.canonical());
        var builtIn =
                ExperimentSpec.read(
                        Map.of(
                                "optimizer",
                                Map.of("kind", "momentum", "learningRate", 0.05, "momentum", 0.9)));
        assertEquals(builtIn.cost(), spec.cost());
        var ours = RunRecord.of(builtIn).points();
        var theirs = RunRecord.of(spec).points();
        for (int i = 0; i < ours.size(); i++)
            assertArrayEquals(ours.get(i).values(), theirs.get(i).values());
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        var own = Map.of("kind", "custom", "rule", "v = mu * v + g\nw = w - learningRate * v");
        var e =
                assertThrows(
                        SpecException.class, () -> ExperimentSpec.read(Map.of("optimizer", own)));
        assertEquals("optimizer.rule", e.path());
        assertEquals(
                "is not understood: line 1, column 5: there is no \"mu\"; known are g, learningRate, t, v, w",
                e.problem());
    }

    @Test
    void settingsAreNumbersWithNamesOfTheirOwn() {
        for (var name : List.of("w", "t", "sqrt", "2x", "a b", ""))
            assertThrows(
                    OutOfBounds.class, () -> new Custom(0.1, "w = w - g", Map.of(name, 1.0)), name);
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e7})
            assertThrows(OutOfBounds.class, () -> new Custom(0.1, "w = w - g", Map.of("a", value)));
        var infinite = Map.of("kind", "custom", "settings", Map.of("a", Double.NaN));
        assertThrows(SpecException.class, () -> ExperimentSpec.read(Map.of("optimizer", infinite)));
    }
}
