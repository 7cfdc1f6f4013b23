package descent.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecTrees;
import descent.engine.tensor.Kernels;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Memory is taken once: a training step allocates nothing, of whatever it is made. In plain loops:
 * vectors are objects until they are compiled, and so are the tables within StrictMath.pow, which
 * Adam calls; the benchmark prints that both then take nothing. (Cosine schedules take 32 bytes a
 * step within StrictMath.cos, always.)
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Kernels PLAIN = Kernels.available().getFirst();
    private static final int RUNS = 4;

    static Stream<String> specs() {
        return Stream.of(
                "{optimizer: momentum}",
                "{optimizer: lion, clipping: byNorm, regularization: {l1: 0.1, l2: 0.1,"
                        + " weightDecay: 0.1, maxNorm: 1}}",
                "{optimizer: {kind: rmsProp, centered: true, momentum: 0.9}, clipping: byValue,"
                        + " loss: binaryCrossEntropy}",
                "{optimizer: {kind: custom, rule: 'm = 0.9 * m + g; w = w - learningRate * m /"
                        + " sqrt(t)'}, loss: hinge}",
                "{schedule: {kind: reduceOnPlateau, warmup: 5}, loss: {kind: huber}, network:"
                        + " {layers: [{kind: dense, units: 9}, {kind: batchNorm}, {kind: dropout},"
                        + " {kind: residual, layers: [{kind: layerNorm}, {kind: dense, units: 9,"
                        + " activation: gelu}]}]}}",
                "{data: {kind: sine}, optimizer: adagrad, network: {output: {activation:"
                        + " softplus}}}",
                "{loss: meanSquaredError, network: {output: {activation: softmax}}}",
                "{optimizer: nesterov, batch: {size: 1}}");
    }

    private static final String LONG_RUN =
            "{data: {size: 60}, stop: {steps: 10000000}, record: {every: 10000000}}";

    private static ExperimentSpec spec(String yaml) {
        return ExperimentSpec.read(SpecTrees.merged(tree(LONG_RUN), tree(yaml)));
    }

    private static Map<?, ?> tree(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    /** Asked before every step: bytes that the calling thread took between two steps. */
    private static final class Meter implements BooleanSupplier {
        private final int from;
        private final int to;
        private int steps;
        private long before;
        private long taken;

        Meter(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean getAsBoolean() {
            if (steps == from) before = THREADS.getCurrentThreadAllocatedBytes();
            if (steps == to) taken = THREADS.getCurrentThreadAllocatedBytes() - before;
            return steps++ == to;
        }
    }

    /**
     * Several epochs in plain loops, which take no memory even before they are compiled. The least
     * of some runs: the first links what it calls, and once a later one took 64 bytes in 200 steps,
     * never again; what a step takes, every run takes.
     */
    @ParameterizedTest
    @MethodSource("specs")
    void noStepTakesMemory(String yaml) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            var meter = new Meter(20, 220);
            Trainer.of(spec(yaml), PLAIN).run(_ -> {}, meter);
            least = Math.min(least, meter.taken);
        }
        assertEquals(0, least);
    }
}
