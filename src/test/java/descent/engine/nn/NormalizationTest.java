package descent.engine.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A normalisation starts with the factor 1 and the summand 0: it hands on what it normalised. */
class NormalizationTest {
    private static final int ROWS = 8;
    private static final int UNITS = 4;

    static List<LayerSpec> normalizations() {
        return List.of(new LayerSpec.BatchNorm(0.1, 1e-5), new LayerSpec.LayerNorm(1e-5));
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void startsWithSpreadOne(LayerSpec normalization) {
        var random = RandomStream.of(3, RandomStream.Purpose.DATA);
        var examples = Matrix.zeros(ROWS, UNITS);
        for (int b = 0; b < ROWS; b++)
            for (int j = 0; j < UNITS; j++) examples.set(b, j, (float) (50 + 9 * random.normal()));
        var outputs = network(normalization).train(examples, ROWS, 0);
        double squares = 0;
        for (int b = 0; b < ROWS; b++)
            for (int j = 0; j < UNITS; j++)
                squares += Math.pow(outputs.get(b, j), 2) / (ROWS * UNITS);
        assertEquals(1, squares, 1e-3);
    }

    /** What it is followed by turns and keeps lengths. */
    private static Network network(LayerSpec normalization) {
        return new Network(
                new NetworkSpec(
                        List.of(normalization),
                        new OutputSpec(Activation.IDENTITY, new Initializer.Orthogonal(1), 0)),
                UNITS,
                UNITS,
                ROWS,
                Kernels.best(),
                RandomStream.of(1, RandomStream.Purpose.INITIAL_WEIGHTS),
                RandomStream.of(1, RandomStream.Purpose.DROPOUT));
    }
}
