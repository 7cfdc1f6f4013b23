package descent.engine.data;

import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Data ready to train on: drawn, split, its training labels disturbed, mapped to features.
 *
 * @param examples as drawn, training first, then validation, then test
 */
public record PreparedData(
        Examples examples,
        Dataset training,
        Dataset validation,
        Dataset test,
        FeatureMap features) {
    /** The same for the same settings and the same stream, whatever the network. */
    public static PreparedData of(DataSpec spec, RandomStream random) {
        var source = spec.source();
        var examples = mixed(source.draw(random.part(0)), random.part(1));
        int training = spec.trainingRows();
        disturb(examples, training, source, random.part(2));
        var inputs = List.of(examples.inputs());
        var map = FeatureMap.of(spec, inputs.subList(0, training));
        int validation = training + spec.validationRows();
        return new PreparedData(
                examples,
                part(examples, 0, training, map, spec.networkInputs()),
                part(examples, training, validation, map, spec.networkInputs()),
                part(examples, validation, examples.size(), map, spec.networkInputs()),
                map);
    }

    private static Examples mixed(Examples examples, RandomStream random) {
        var order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) order[i] = i;
        random.shuffle(order);
        var inputs = new ArrayList<double[]>();
        for (int i : order) inputs.add(examples.inputs()[i]);
        var targets = Arrays.stream(order).mapToDouble(i -> examples.targets()[i]).toArray();
        return new Examples(inputs.toArray(double[][]::new), targets);
    }

    private static void disturb(
            Examples examples, int training, DataSource source, RandomStream random) {
        int classes = source.task().classes();
        if (source.labelNoise() == 0) return;
        for (int i = 0; i < training; i++) {
            boolean wrong = random.uniform() < source.labelNoise();
            int by = 1 + random.below(classes - 1);
            if (wrong) examples.targets()[i] = (examples.targets()[i] + by) % classes;
        }
    }

    private static Dataset part(Examples examples, int from, int to, FeatureMap map, int columns) {
        var inputs = Matrix.zeros(to - from, columns);
        for (int i = from; i < to; i++) map.put(examples.inputs()[i], inputs, i - from);
        return new Dataset(inputs, Arrays.copyOfRange(examples.targets(), from, to));
    }
}
