package descent.engine.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.loss.BinaryCrossEntropy;
import descent.engine.loss.Hinge;
import descent.engine.loss.Huber;
import descent.engine.loss.Loss;
import descent.engine.loss.LossBuffers;
import descent.engine.loss.MeanAbsoluteError;
import descent.engine.loss.MeanSquaredError;
import descent.engine.loss.SoftmaxCrossEntropy;
import descent.engine.loss.Targets;
import descent.engine.regularization.Regularization;
import descent.engine.regularization.Regularizer;
import descent.engine.tensor.Activation;
import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;
import descent.testing.SecondLane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer's, loss's and penalty's gradient against differences of what it is the gradient of.
 * The difference over h and that over h/2 are extrapolated, and how far they are apart bounds the
 * error. A kink between is seen by that or by how the function bends, and the number is passed
 * over.
 */
@SecondLane
class GradientTest {
    private static final int ROWS = 9;
    private static final int INPUTS = 5;
    private static final double STEP = 0.03125;

    /** A network with what it is judged by. */
    private static final class Judged {
        final Network network;
        final Loss loss;
        final Matrix examples = Matrix.zeros(ROWS, INPUTS);
        final Targets targets;
        final LossBuffers buffers;

        Judged(List<LayerSpec> layers, Activation output, int outputs, Loss loss) {
            this.loss = loss;
            var random = RandomStream.of(11, RandomStream.Purpose.DATA);
            network =
                    new Network(
                            new NetworkSpec(
                                    layers,
                                    new OutputSpec(output, new Initializer.Normal(0.5), 0.1)),
                            INPUTS,
                            outputs,
                            ROWS,
                            Kernels.best(),
                            RandomStream.of(1, RandomStream.Purpose.INITIAL_WEIGHTS),
                            RandomStream.of(1, RandomStream.Purpose.DROPOUT));
            var values = Matrix.zeros(ROWS, outputs);
            var labels = new int[ROWS];
            for (int b = 0; b < ROWS; b++) {
                for (int j = 0; j < INPUTS; j++) examples.set(b, j, (float) random.normal());
                labels[b] = random.below(outputs);
                for (int j = 0; j < outputs; j++)
                    values.set(b, j, loss.forClasses() ? random.below(2) : (float) random.normal());
            }
            if (loss instanceof Hinge)
                for (int b = 0; b < ROWS; b++) values.set(b, 0, 2 * values.get(b, 0) - 1);
            targets = new Targets(values, labels, 0);
            buffers = LossBuffers.of(Kernels.best(), ROWS, outputs);
        }

        double loss() {
            var outputs = network.train(examples, ROWS, 0);
            return loss.sum(outputs, targets, ROWS, null, buffers) / ROWS;
        }

        void gradients() {
            var outputs = network.train(examples, ROWS, 0);
            loss.sum(outputs, targets, ROWS, network.outputGradient(), buffers);
            network.backward();
        }
    }

    /** How many of how many numbers could be compared. */
    private record Count(int compared, int all) {}

    private static Count check(String what, Network network, DoubleSupplier function) {
        int compared = 0;
        int all = 0;
        for (var p : network.parameters().all())
            for (int i = 0; i < p.value().rows(); i++)
                for (int j = 0; j < p.value().columns(); j++) {
                    all++;
                    var wide = Difference.of(p.value(), i, j, STEP, function);
                    var narrow = Difference.of(p.value(), i, j, STEP / 2, function);
                    double doubt = narrow.doubt(wide);
                    double size = Math.max(Math.abs(narrow.slope), 0.05);
                    if (doubt > 0.01 * size) continue;
                    compared++;
                    assertEquals(
                            narrow.slope + (narrow.slope - wide.slope) / 3,
                            p.gradient().get(i, j),
                            2e-4 * size + 0.2 * doubt,
                            what + ": " + p.layer() + " " + p.role() + " " + i + ", " + j);
                }
        return new Count(compared, all);
    }

    /**
     * @param slope the central difference
     * @param bend the difference ahead less the one behind: proportional to the step where the
     *     function is smooth
     */
    private record Difference(double slope, double bend) {
        static Difference of(Matrix m, int i, int j, double step, DoubleSupplier function) {
            float value = m.get(i, j);
            double here = function.getAsDouble();
            m.set(i, j, (float) (value + step));
            double above = function.getAsDouble();
            m.set(i, j, (float) (value - step));
            double below = function.getAsDouble();
            m.set(i, j, value);
            return new Difference((above - below) / (2 * step), (above + below - 2 * here) / step);
        }

        /** Of one over half the step. */
        double doubt(Difference wide) {
            return Math.abs(slope - wide.slope) + Math.abs(wide.bend - 2 * bend);
        }
    }

    private static void check(String what, Judged judged, double leastShare) {
        judged.gradients();
        var count = check(what, judged.network, judged::loss);
        assertTrue(count.compared() >= leastShare * count.all(), what + ": " + count);
    }

    private static LayerSpec.Dense dense(int units, Activation activation) {
        return new LayerSpec.Dense(units, activation, new Initializer.Normal(0.5), 0.1);
    }

    static Stream<List<LayerSpec>> stacks() {
        var stacks = new ArrayList<List<LayerSpec>>();
        for (var activation : Activation.values())
            if (activation != Activation.SOFTMAX)
                stacks.add(List.of(dense(6, activation), dense(7, activation)));
        var tanh = new LayerSpec.Activation(Activation.TANH);
        stacks.add(List.of(dense(6, Activation.TANH), new LayerSpec.Dropout(0.4)));
        stacks.add(
                List.of(
                        dense(6, Activation.IDENTITY),
                        new LayerSpec.BatchNorm(0.1, 1e-5),
                        tanh,
                        dense(4, Activation.TANH)));
        stacks.add(
                List.of(
                        dense(6, Activation.IDENTITY),
                        new LayerSpec.LayerNorm(1e-5),
                        tanh,
                        dense(4, Activation.TANH)));
        stacks.add(
                List.of(
                        dense(6, Activation.TANH),
                        new LayerSpec.Residual(
                                List.of(
                                        new LayerSpec.LayerNorm(1e-5),
                                        dense(4, Activation.SILU),
                                        dense(6, Activation.IDENTITY)))));
        stacks.add(
                List.of(
                        new LayerSpec.Residual(List.of(dense(5, Activation.TANH))),
                        new LayerSpec.Dropout(0.2),
                        dense(4, Activation.SIGMOID)));
        var nothing =
                new LayerSpec.Residual(List.of(new LayerSpec.Activation(Activation.IDENTITY)));
        stacks.add(List.of(nothing, dense(6, Activation.TANH)));
        stacks.add(List.of(dense(6, Activation.TANH), nothing, dense(4, Activation.SIGMOID)));
        return stacks.stream();
    }

    @Test
    void everyKindOfLayerIsAmongThem() {
        var kinds = new HashSet<Class<?>>(List.of(LayerSpec.class.getPermittedSubclasses()));
        stacks().flatMap(List::stream).forEach(layer -> kinds.remove(layer.getClass()));
        assertEquals(Set.of(), kinds);
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void layers(List<LayerSpec> layers) {
        var judged = new Judged(layers, Activation.TANH, 3, new MeanSquaredError(false));
        check(layers.toString(), judged, 0.6);
    }

    @Test
    void softmaxAtTheOutput() {
        var layers = List.<LayerSpec>of(dense(6, Activation.TANH));
        var judged = new Judged(layers, Activation.SOFTMAX, 4, new MeanSquaredError(true));
        check("softmax", judged, 0.9);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void losses(Loss loss) {
        int outputs = loss.outputForEachClass() || !loss.forClasses() ? 3 : 1;
        var layers = List.<LayerSpec>of(dense(6, Activation.TANH));
        check(loss.toString(), new Judged(layers, Activation.IDENTITY, outputs, loss), 0.4);
    }

    static Stream<Loss> losses() {
        return Stream.of(
                new MeanSquaredError(false),
                new MeanSquaredError(true),
                new MeanAbsoluteError(),
                new Huber(0.7),
                new BinaryCrossEntropy(),
                new SoftmaxCrossEntropy(),
                new Hinge());
    }

    @Test
    void everyLossIsAmongThem() {
        var kinds = new HashSet<Class<?>>(Arrays.asList(Loss.class.getPermittedSubclasses()));
        losses().forEach(loss -> kinds.remove(loss.getClass()));
        assertEquals(Set.of(), kinds);
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void penalties(Regularization settings) {
        var layers = List.<LayerSpec>of(dense(6, Activation.TANH), new LayerSpec.LayerNorm(1e-5));
        var judged = new Judged(layers, Activation.TANH, 3, new MeanSquaredError(false));
        var parameters = judged.network.parameters();
        Arrays.fill(parameters.gradients(), 0);
        var regularizer = new Regularizer(settings, parameters);
        regularizer.addGradients();
        var count = check(settings.toString(), judged.network, regularizer::penalty);
        assertTrue(count.compared() >= 0.7 * count.all(), count.toString());
    }

    static Stream<Regularization> penalties() {
        return Stream.of(
                new Regularization(0.3, 0, 0, 0, false),
                new Regularization(0, 0.3, 0, 0, true),
                new Regularization(0.1, 0.2, 0, 0, true));
    }

    /** What is said of a network before it stands is what it is then. */
    @ParameterizedTest
    @MethodSource("stacks")
    void shapesAreKnownBefore(List<LayerSpec> layers) {
        var judged = new Judged(layers, Activation.TANH, 3, new MeanSquaredError(false));
        var spec =
                new NetworkSpec(
                        layers, new OutputSpec(Activation.TANH, new Initializer.Normal(0.5), 0.1));
        var shape = NetworkShape.of(spec, INPUTS, 3);
        var parameters = judged.network.parameters();
        assertEquals(parameters.count(), shape.parameters());
        assertEquals(parameters.values().length, shape.paddedParameters());
        long trainable = parameters.all().stream().map(Parameter::layer).distinct().count();
        assertEquals(trainable, shape.layers());
    }
}
