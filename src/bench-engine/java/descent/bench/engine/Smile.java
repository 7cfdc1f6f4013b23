package descent.bench.engine;

import descent.engine.data.PreparedData;
import java.util.ArrayList;
import smile.classification.MLP;
import smile.model.mlp.Layer;
import smile.model.mlp.LayerBuilder;
import smile.model.mlp.MultilayerPerceptron;
import smile.model.mlp.OutputFunction;
import smile.util.function.TimeFunction;

/**
 * Smile, one thread, float64. It has no Adam, so RMSProp takes its place; and no tanh at the output
 * of a regression, which is linear instead: both cost it less.
 */
final class Smile implements Contender {
    private interface Step {
        void train(int batch);
    }

    private final Step step;
    private final int batches;

    Smile(Problem problem, PreparedData data) {
        var arrays = Batches.of(data);
        int batch = problem.batch();
        batches = arrays.size() / batch;
        var inputs = new double[batches][batch][];
        var labels = new int[batches][batch];
        var numbers = new double[batches][batch];
        for (int i = 0; i < batches * batch; i++) {
            int at = i / batch;
            inputs[at][i % batch] = arrays.input(i);
            labels[at][i % batch] = (int) arrays.labels(i, 1)[0];
            numbers[at][i % batch] = arrays.signs(i, 1)[0];
        }
        var layers = layers(problem);
        if (problem.classes() > 0) {
            var network = new MLP(layers);
            set(network, Problem.ADAM_RATE);
            network.setRMSProp(0.9, 1e-8);
            step = at -> network.update(inputs[at], labels[at]);
        } else {
            var network = new smile.regression.MLP(layers);
            set(network, Problem.SGD_RATE);
            step = at -> network.update(inputs[at], numbers[at]);
        }
    }

    private static void set(MultilayerPerceptron network, double rate) {
        network.setLearningRate(TimeFunction.constant(rate));
    }

    private static LayerBuilder[] layers(Problem problem) {
        var layers = new ArrayList<LayerBuilder>();
        layers.add(Layer.input(problem.inputs()));
        for (int units : problem.hidden())
            layers.add(
                    switch (problem.activation()) {
                        case "tanh" -> Layer.tanh(units);
                        case "relu" -> Layer.rectifier(units);
                        case "sigmoid" -> Layer.sigmoid(units);
                        default -> throw new IllegalArgumentException(problem.activation());
                    });
        layers.add(
                problem.classes() > 2
                        ? Layer.mle(problem.classes(), OutputFunction.SOFTMAX)
                        : problem.classes() == 2
                                ? Layer.mle(1, OutputFunction.SIGMOID)
                                : Layer.mse(1, OutputFunction.LINEAR));
        return layers.toArray(LayerBuilder[]::new);
    }

    @Override
    public String name() {
        return "Smile";
    }

    @Override
    public long train(long steps) {
        long began = CpuTime.now();
        for (long i = 0; i < steps; i++) step.train((int) (i % batches));
        return CpuTime.now() - began;
    }
}
