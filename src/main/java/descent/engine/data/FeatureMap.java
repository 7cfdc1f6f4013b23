package descent.engine.data;

import descent.engine.tensor.Matrix;
import java.util.Arrays;
import java.util.List;

/** From an example's inputs to the numbers a network gets: features, then standardisation. */
public final class FeatureMap {
    private final List<Feature> features;
    private final double[] mean;
    private final double[] deviation;

    private FeatureMap(List<Feature> features, int size) {
        this.features = features;
        mean = new double[size];
        deviation = new double[size];
        Arrays.fill(deviation, 1);
    }

    /**
     * @param training the examples whose mean and deviation count, by row
     */
    static FeatureMap of(DataSpec spec, List<double[]> training) {
        int inputs = spec.source().inputs();
        var features = spec.features().stream().map(text -> Feature.parse(text, inputs)).toList();
        var map = new FeatureMap(features, spec.networkInputs());
        if (spec.standardize()) map.measure(training);
        return map;
    }

    private void measure(List<double[]> training) {
        int n = training.size();
        var sums = new double[mean.length];
        for (var input : training) for (int j = 0; j < sums.length; j++) sums[j] += raw(input, j);
        for (int j = 0; j < sums.length; j++) mean[j] = sums[j] / n;
        var squares = new double[mean.length];
        for (var input : training)
            for (int j = 0; j < squares.length; j++) {
                double d = raw(input, j) - mean[j];
                squares[j] += d * d;
            }
        for (int j = 0; j < squares.length; j++) {
            double measured = Math.sqrt(squares[j] / n);
            // A feature that is always the same stays 0, not 0/0.
            deviation[j] = measured > 1e-12 ? measured : 1;
        }
    }

    private double raw(double[] input, int j) {
        return features.isEmpty() ? input[j] : features.get(j).of(input);
    }

    /** What is taken from each feature; then it is divided by {@link #scale}. */
    public double[] shift() {
        return mean.clone();
    }

    public double[] scale() {
        return deviation.clone();
    }

    /** Puts what the network gets for an example into a row of a matrix. */
    public void put(double[] input, Matrix to, int row) {
        for (int j = 0; j < mean.length; j++)
            to.set(row, j, (float) ((raw(input, j) - mean[j]) / deviation[j]));
    }
}
