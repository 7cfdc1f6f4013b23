package descent.bench.engine;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The engine's loops on shapes of the benchmark problems: microseconds for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBench {
    /** Examples x inputs x units. */
    @Param({"10x8x8", "32x64x64", "64x784x256"})
    public String shape = "";

    private final Kernels kernels = Kernels.best();
    private int rows;
    private Matrix x = Matrix.zeros(1, 1);
    private Matrix w = x;
    private Matrix turned = x;
    private Matrix bias = x;
    private Matrix y = x;
    private Matrix dx = x;

    /** Draws what is multiplied. */
    @Setup
    public void draw() {
        var sizes = shape.split("x");
        rows = Integer.parseInt(sizes[0]);
        int inputs = Integer.parseInt(sizes[1]);
        int units = Integer.parseInt(sizes[2]);
        x = random(rows, inputs);
        w = random(inputs, units);
        turned = random(units, inputs);
        bias = random(1, units);
        y = random(rows, units);
        dx = random(rows, inputs);
    }

    private static Matrix random(int rows, int columns) {
        var random = RandomStream.of(1, RandomStream.Purpose.DATA);
        var m = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) m.set(i, j, (float) random.normal());
        return m;
    }

    @Benchmark
    public Matrix affine() {
        kernels.affine(x, w, bias, y, rows);
        return y;
    }

    @Benchmark
    public Matrix product() {
        kernels.product(y, turned, dx, rows);
        return dx;
    }

    @Benchmark
    public Matrix outerProducts() {
        kernels.outerProducts(x, y, w, rows);
        return w;
    }

    @Benchmark
    public Matrix transpose() {
        kernels.transpose(w, turned);
        return turned;
    }

    @Benchmark
    public Matrix tanh() {
        kernels.forward(Activation.TANH, x, dx, rows);
        return dx;
    }

    @Benchmark
    public Matrix relu() {
        kernels.forward(Activation.RELU, x, dx, rows);
        return dx;
    }
}
