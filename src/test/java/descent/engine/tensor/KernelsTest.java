package descent.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.testing.SecondLane;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scalar loops and vectors of 128, 256 and 512 bits agree to the last bit, in every shape. */
@SecondLane
class KernelsTest {
    private static final List<Kernels> ALL = Kernels.available();
    private static final int[] SIZES = {1, 2, 3, 4, 5, 8, 9, 10, 16, 17, 31, 33, 64, 70, 100};

    private final RandomStream random = RandomStream.of(7, RandomStream.Purpose.DATA);

    static Stream<int[]> shapes() {
        return Stream.of(SIZES)
                .flatMapToInt(Arrays::stream)
                .boxed()
                .flatMap(n -> Stream.of(1, 2, 7, 10, 12, 33).map(m -> new int[] {m, 13, n}));
    }

    private Matrix random(int rows, int columns) {
        var m = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) m.set(i, j, (float) random.normal());
        return m;
    }

    private static int[] bits(Matrix m) {
        var bits = new int[m.rows() * m.columns()];
        for (int i = 0; i < m.rows(); i++)
            for (int j = 0; j < m.columns(); j++)
                bits[i * m.columns() + j] = Float.floatToIntBits(m.get(i, j));
        return bits;
    }

    /** Runs a kernel in all implementations into results of a shape, and compares them. */
    private static void assertSame(int rows, int columns, BiConsumer<Kernels, Matrix> kernel) {
        int[] expected = null;
        for (var kernels : ALL) {
            var result = Matrix.zeros(rows, columns);
            kernel.accept(kernels, result);
            if (expected == null) expected = bits(result);
            assertArrayEquals(expected, bits(result), kernels.description());
        }
    }

    @Test
    void thereAreFourImplementations() {
        assertEquals(4, ALL.size());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void affine(int[] shape) {
        var x = random(shape[0], shape[1]);
        var w = random(shape[1], shape[2]);
        var bias = random(1, shape[2]);
        assertSame(shape[0], shape[2], (k, y) -> k.affine(x, w, bias, y, shape[0]));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void product(int[] shape) {
        var dy = random(shape[0], shape[1]);
        var wT = random(shape[1], shape[2]);
        assertSame(shape[0], shape[2], (k, dx) -> k.product(dy, wT, dx, shape[0]));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void outerProducts(int[] shape) {
        var x = random(shape[1], shape[0]);
        var dy = random(shape[1], shape[2]);
        assertSame(shape[0], shape[2], (k, dw) -> k.outerProducts(x, dy, dw, shape[1]));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void columnSums(int[] shape) {
        var m = random(shape[0], shape[2]);
        assertSame(1, shape[2], (k, sums) -> k.columnSums(m, sums, shape[0]));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void transpose(int[] shape) {
        var m = random(shape[0], shape[2]);
        assertSame(shape[2], shape[0], (k, t) -> k.transpose(m, t));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void softmax(int[] shape) {
        var z = random(shape[0], shape[2]);
        var sums = SoftmaxSums.of(shape[0], shape[2]);
        assertSame(shape[0], shape[2], (k, p) -> k.softmax(z, p, sums, shape[0]));
        var p = Matrix.zeros(shape[0], shape[2]);
        assertSame(
                shape[0],
                2,
                (k, result) -> {
                    k.softmax(z, p, sums, shape[0]);
                    for (int b = 0; b < shape[0]; b++) {
                        result.set(b, 0, sums.tops()[b]);
                        result.set(b, 1, sums.logSums()[b]);
                    }
                });
    }

    @Test
    void softmaxOfTheFirstRowsLeavesTheOthers() {
        var z = special(37, 10);
        var sums = SoftmaxSums.of(37, 10);
        assertSame(37, 10, (k, p) -> k.softmax(z, p, sums, 20));
        assertSame(
                37,
                10,
                (k, p) -> {
                    System.arraycopy(z.data(), 0, p.data(), 0, z.data().length);
                    k.softmax(p, p, sums, 37);
                });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void rowsAreTakenInTheirNewOrder(int[] shape) {
        var examples = random(shape[0], shape[2]);
        var order = new int[shape[0]];
        for (int i = 0; i < order.length; i++) order[i] = order.length - 1 - i;
        int first = shape[0] / 3;
        int rows = shape[0] - first;
        assertSame(rows, shape[2], (k, batch) -> k.takeRows(examples, order, first, batch, rows));
        var batch = Matrix.zeros(rows, shape[2]);
        Kernels.best().takeRows(examples, order, first, batch, rows);
        assertEquals(examples.get(rows - 1, 0), batch.get(0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 15, 16, 24, 40, 70})
    void whatSquaresLeaveOverIsTurnedToo(int rows) {
        for (int columns : new int[] {1, 8, 17, 24, 56, 64}) {
            var m = random(rows, columns);
            assertSame(columns, rows, (k, t) -> k.transpose(m, t));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void activationsForwardAndBackward(Activation f) {
        for (int columns : new int[] {1, 3, 8, 16, 21}) {
            var x = special(37, columns);
            var y = Matrix.zeros(37, columns);
            ALL.getFirst().forward(f, x, y, 37);
            assertSame(37, columns, (k, result) -> k.forward(f, x, result, 37));
            var dy = random(37, columns);
            assertSame(
                    37,
                    columns,
                    (k, result) -> {
                        System.arraycopy(dy.data(), 0, result.data(), 0, result.data().length);
                        k.backward(f, x, y, result, 37);
                    });
        }
    }

    /** Among ordinary numbers those at the edges: zeros, infinities, NaN, subnormal, huge. */
    private Matrix special(int rows, int columns) {
        float[] edges = {
            0f,
            -0f,
            1e-40f,
            -1e-40f,
            88.7f,
            -88.7f,
            100f,
            -100f,
            1e30f,
            -1e30f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            1e-5f,
            9.02f,
            -17f
        };
        var m = random(rows, columns);
        for (int i = 0; i < edges.length; i++) m.set(2 * i, i % columns, edges[i]);
        for (int j = 0; j < columns; j++) m.set(rows - 1, j, 5 * m.get(rows - 1, j));
        return m;
    }

    @Test
    void partsOfMatricesAreComputedInPlace() {
        var x = random(50, 3);
        var w = random(3, 5);
        var bias = random(1, 5);
        var whole = Matrix.zeros(50, 5);
        var part = Matrix.zeros(20, 5);
        for (var kernels : ALL) {
            kernels.affine(x, w, bias, whole, 50);
            kernels.affine(x.rows(30, 20), w, bias, part, 20);
            assertArrayEquals(bits(whole.rows(30, 20)), bits(part), kernels.description());
            kernels.forward(Activation.TANH, whole.rows(30, 20), part, 20);
            for (int i = 0; i < 20; i++)
                assertEquals(FloatMath.tanh(whole.get(30 + i, 4)), part.get(i, 4));
        }
    }

    @Test
    void shapesThatDoNotFitAreBothNamed() {
        var x = random(3, 4);
        var w = random(5, 6);
        for (var kernels : ALL) {
            refuses(
                    "3 x 4 times 5 x 6 does not fit",
                    () -> kernels.affine(x, w, random(1, 6), random(3, 6), 3));
            refuses(
                    "4 x 6 into 3 x 5 does not fit",
                    () -> kernels.product(x, random(4, 6), random(3, 5), 3));
            refuses(
                    "3 x 4 turned times 3 x 6 does not fit into 5 x 6",
                    () -> kernels.outerProducts(x, random(3, 6), w, 3));
            refuses("1 x 6 and 3 x 4 does not fit", () -> kernels.columnSums(x, random(1, 6), 3));
            refuses(
                    "3 x 4 turned into 3 x 4 does not fit",
                    () -> kernels.transpose(x, random(3, 4)));
            refuses(
                    "3 x 4 and 5 x 6 does not fit",
                    () -> kernels.forward(Activation.RELU, x, w, 3));
            refuses("4 rows of 3 x 4", () -> kernels.forward(Activation.RELU, x, random(9, 4), 4));
            refuses("-1 rows of 3 x 4", () -> kernels.softmax(x, x, SoftmaxSums.of(3, 4), -1));
            refuses(
                    "3 x 4 and 3 x 5 does not fit",
                    () -> kernels.takeRows(x, new int[3], 0, random(3, 5), 3));
        }
    }

    private static void refuses(String message, Executable kernel) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, kernel).getMessage());
    }

    @Test
    void longSumsAreTakenInPartsAndStayTheSame() {
        var x = random(5, 700);
        var w = random(700, 40);
        var bias = random(1, 40);
        assertSame(5, 40, (k, y) -> k.affine(x, w, bias, y, 5));
    }
}
