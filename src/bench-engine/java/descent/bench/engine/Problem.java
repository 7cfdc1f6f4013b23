package descent.bench.engine;

import descent.engine.spec.ExperimentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A benchmark problem: a network, its data, and how it learns.
 *
 * @param hidden units of the hidden layers
 * @param activation of the hidden layers
 * @param classes of the data, with softmax cross-entropy and Adam 0.001; 0 for one output with half
 *     the squared error and gradient descent 0.03
 * @param goal least ratio to the fastest of the others; 0 where there is none
 */
record Problem(
        String name,
        int inputs,
        List<Integer> hidden,
        String activation,
        int classes,
        int examples,
        int batch,
        double goal) {
    static final double ADAM_RATE = 0.001;
    static final double SGD_RATE = 0.03;

    private static final List<Integer> DEEP = java.util.Collections.nCopies(10, 32);

    static final List<Problem> ALL =
            List.of(
                    new Problem("P1", 2, List.of(8, 8), "tanh", 0, 500, 10, 9),
                    new Problem("P2", 2, List.of(64, 64), "relu", 2, 500, 32, 8),
                    new Problem("P3", 64, List.of(128, 64), "relu", 10, 1797, 32, 7),
                    new Problem("P4", 784, List.of(256, 128), "relu", 10, 10_000, 64, 1.4),
                    new Problem("P5", 2, DEEP, "sigmoid", 0, 500, 32, 12),
                    new Problem("P1 batch 1", 2, List.of(8, 8), "tanh", 0, 500, 1, 2),
                    new Problem("P2 batch 1", 2, List.of(64, 64), "relu", 2, 500, 1, 2),
                    new Problem("P1 batch 500", 2, List.of(8, 8), "tanh", 0, 500, 500, 4),
                    new Problem("P2 batch 500", 2, List.of(64, 64), "relu", 2, 500, 500, 4));

    boolean isMiniBatch() {
        return batch > 1 && batch < examples;
    }

    int outputs() {
        return classes == 0 ? 1 : classes;
    }

    /** From the inputs to the outputs. */
    List<Integer> sizes() {
        var sizes = new ArrayList<Integer>();
        sizes.add(inputs);
        sizes.addAll(hidden);
        sizes.add(outputs());
        return sizes;
    }

    /**
     * Floating-point operations of a training example: a multiply-add is two, forward, backward to
     * the weights and, but for the first layer, to the inputs.
     */
    long operations() {
        var sizes = sizes();
        long multiplyAdds = 0;
        for (int i = 1; i < sizes.size(); i++)
            multiplyAdds += (i == 1 ? 2L : 3L) * sizes.get(i - 1) * sizes.get(i);
        return 2 * multiplyAdds;
    }

    ExperimentSpec spec() {
        return spec(
                classes == 0
                        ? Map.of("kind", "sgd", "learningRate", SGD_RATE)
                        : Map.of("kind", "adam", "learningRate", ADAM_RATE));
    }

    ExperimentSpec spec(Map<String, Object> optimizer) {
        var data =
                inputs == 2
                        ? Map.of("kind", "spirals", "size", examples, "split", NO_SPLIT)
                        : Map.of(
                                "kind",
                                "blobs",
                                "dimensions",
                                inputs,
                                "classes",
                                classes,
                                "size",
                                examples,
                                "noise",
                                3,
                                "split",
                                NO_SPLIT);
        var layers =
                hidden.stream()
                        .map(n -> Map.of("kind", "dense", "units", n, "activation", activation))
                        .toList();
        return ExperimentSpec.read(
                Map.of(
                        "data",
                        data,
                        "network",
                        classes == 0
                                ? Map.of(
                                        "layers",
                                        layers,
                                        "output",
                                        Map.of("activation", activation))
                                : Map.of("layers", layers),
                        "loss",
                        classes == 0
                                ? Map.of("kind", "meanSquaredError", "half", true)
                                : "softmaxCrossEntropy",
                        "optimizer",
                        optimizer,
                        "batch",
                        Map.of("size", batch, "dropLast", true),
                        "stop",
                        Map.of("steps", MOST_STEPS),
                        "record",
                        Map.of("every", MOST_STEPS)));
    }

    private static final Map<String, Object> NO_SPLIT = Map.of("validation", 0);
    private static final int MOST_STEPS = 10_000_000;
}
