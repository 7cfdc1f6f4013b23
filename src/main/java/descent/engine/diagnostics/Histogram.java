package descent.engine.diagnostics;

import descent.engine.tensor.Matrix;
import java.util.List;

/**
 * How numbers spread, from the least to the greatest of them, in bins of equal width.
 *
 * @param of weights, gradients or outputs
 * @param low the lower end of the first bin
 * @param high the upper end of the last
 * @param counts from low to high
 */
public record Histogram(String layer, String of, double low, double high, int[] counts) {
    /** Of the first rows of each matrix. */
    public static Histogram of(String layer, String of, List<Matrix> matrices, int bins) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (var m : matrices)
            for (int i = 0; i < m.rows(); i++)
                for (int j = 0; j < m.columns(); j++) {
                    low = Math.min(low, m.get(i, j));
                    high = Math.max(high, m.get(i, j));
                }
        var counts = new int[bins];
        double width = ((double) high - low) / bins;
        for (var m : matrices)
            for (int i = 0; i < m.rows(); i++)
                for (int j = 0; j < m.columns(); j++) {
                    int bin = width > 0 ? (int) ((m.get(i, j) - low) / width) : 0;
                    counts[Math.min(bin, bins - 1)]++;
                }
        return new Histogram(layer, of, low, high, counts);
    }
}
