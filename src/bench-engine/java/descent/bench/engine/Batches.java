package descent.bench.engine;

import descent.engine.data.Dataset;
import descent.engine.data.PreparedData;

/** A problem's examples, as other libraries want them. */
record Batches(Dataset data) {
    static Batches of(PreparedData data) {
        return new Batches(data.training());
    }

    int size() {
        return data.size();
    }

    float[] inputs(int from, int count) {
        int columns = data.inputs().columns();
        var values = new float[count * columns];
        for (int i = 0; i < count; i++)
            System.arraycopy(
                    data.inputs().data(),
                    data.inputs().index(from + i, 0),
                    values,
                    i * columns,
                    columns);
        return values;
    }

    double[] input(int row) {
        var values = new double[data.inputs().columns()];
        for (int j = 0; j < values.length; j++) values[j] = data.inputs().get(row, j);
        return values;
    }

    long[] labels(int from, int count) {
        var labels = new long[count];
        for (int i = 0; i < count; i++) labels[i] = (long) data.targets()[from + i];
        return labels;
    }

    /** -1 and 1 for the classes 0 and 1. */
    float[] signs(int from, int count) {
        var signs = new float[count];
        for (int i = 0; i < count; i++) signs[i] = 2 * (float) data.targets()[from + i] - 1;
        return signs;
    }
}
