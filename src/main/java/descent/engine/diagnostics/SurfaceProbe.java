package descent.engine.diagnostics;

import descent.engine.data.Examples;
import descent.engine.data.FeatureMap;
import descent.engine.nn.Network;
import descent.engine.spec.Encoding;
import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;

/** Asks a network for every cell of a grid over its data. The grid is laid once. */
public final class SurfaceProbe {
    /** How far the grid reaches beyond the data, in parts of the data's width. */
    private static final double MARGIN = 0.05;

    private final Encoding encoding;
    private final Activation fused;
    private final int columns;
    private final int rows;
    private final double[] from = new double[2];
    private final double[] to = new double[2];
    private final Matrix cells;

    /**
     * @param examples of one or two inputs, which the grid spans
     * @param side cells on each side
     * @param fused the output activation that the loss computes
     */
    public SurfaceProbe(
            Examples examples,
            FeatureMap features,
            int networkInputs,
            int side,
            Encoding encoding,
            Activation fused) {
        this.encoding = encoding;
        this.fused = fused;
        int inputs = examples.inputs()[0].length;
        columns = side;
        rows = inputs == 1 ? 1 : side;
        for (int k = 0; k < inputs; k++) span(examples, k);
        cells = Matrix.zeros(columns * rows, networkInputs);
        for (int i = 0; i < columns * rows; i++) {
            double x = centre(0, i % columns, columns);
            double y = centre(1, i / columns, rows);
            features.put(inputs == 1 ? new double[] {x} : new double[] {x, y}, cells, i);
        }
    }

    private void span(Examples examples, int k) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var input : examples.inputs()) {
            low = Math.min(low, input[k]);
            high = Math.max(high, input[k]);
        }
        double margin = MARGIN * (high - low);
        from[k] = low - margin;
        to[k] = high + margin;
    }

    private double centre(int k, int cell, int count) {
        return from[k] + (to[k] - from[k]) * (cell + 0.5) / count;
    }

    /**
     * @param capacity the most rows the network takes at once
     */
    public Surface ask(Network network, int capacity) {
        var values = new float[cells.rows()];
        var certainty = new float[encoding.oneForEachClass() ? cells.rows() : 0];
        for (int first = 0; first < cells.rows(); first += capacity) {
            int count = Math.min(capacity, cells.rows() - first);
            var outputs = network.evaluate(cells.rows(first, count), count);
            for (int b = 0; b < count; b++) {
                if (certainty.length == 0) values[first + b] = value(outputs.get(b, 0));
                else largest(outputs, b, values, certainty, first + b);
            }
        }
        return new Surface(columns, rows, from[0], to[0], from[1], to[1], values, certainty);
    }

    private float value(float output) {
        return fused == Activation.SIGMOID ? Activation.SIGMOID.forward(output) : output;
    }

    private void largest(Matrix outputs, int row, float[] values, float[] certainty, int at) {
        int best = 0;
        for (int j = 1; j < outputs.columns(); j++)
            if (outputs.get(row, j) > outputs.get(row, best)) best = j;
        double sum = 0;
        for (int j = 0; j < outputs.columns(); j++)
            sum += StrictMath.exp((double) outputs.get(row, j) - outputs.get(row, best));
        values[at] = best;
        certainty[at] = fused == Activation.SOFTMAX ? (float) (1 / sum) : outputs.get(row, best);
    }
}
