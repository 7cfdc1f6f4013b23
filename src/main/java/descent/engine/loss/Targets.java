package descent.engine.loss;

import descent.engine.tensor.Matrix;

/**
 * What outputs should be, row by row.
 *
 * @param values examples x outputs: numbers to reach, 0/1 or -1/+1 for classes, one-hot where there
 *     is an output for each class
 * @param labels the class of each example, where there are classes
 * @param first the place of the first example's label
 */
public record Targets(Matrix values, int[] labels, int first) {
    /** The class of an example. */
    public int label(int row) {
        return labels[first + row];
    }

    /** A part of them, over the same arrays. */
    public Targets rows(int from, int count) {
        return new Targets(values.rows(from, count), labels, first + from);
    }
}
