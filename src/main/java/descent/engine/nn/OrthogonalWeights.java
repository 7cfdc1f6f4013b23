package descent.engine.nn;

import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;

/**
 * A random matrix whose shorter side's vectors are orthonormal: normal numbers, orthonormalised by
 * the modified Gram-Schmidt method (twice, for the digits that the first pass loses).
 */
final class OrthogonalWeights {
    private OrthogonalWeights() {}

    static void fill(Matrix w, double gain, RandomStream random) {
        boolean byColumn = w.rows() >= w.columns();
        int count = byColumn ? w.columns() : w.rows();
        int length = byColumn ? w.rows() : w.columns();
        var basis = new double[count][];
        for (int i = 0; i < count; i++) basis[i] = next(basis, i, length, random);
        for (int i = 0; i < count; i++)
            for (int j = 0; j < length; j++) {
                float value = (float) (gain * basis[i][j]);
                if (byColumn) w.set(j, i, value);
                else w.set(i, j, value);
            }
    }

    private static double[] next(double[][] basis, int count, int length, RandomStream random) {
        while (true) {
            var vector = new double[length];
            for (int j = 0; j < length; j++) vector[j] = random.normal();
            for (int pass = 0; pass < 2; pass++)
                for (int i = 0; i < count; i++) add(vector, basis[i], -dot(vector, basis[i]));
            double norm = Math.sqrt(dot(vector, vector));
            if (norm > 1e-3) {
                for (int j = 0; j < length; j++) vector[j] /= norm;
                return vector;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
        return sum;
    }

    private static void add(double[] to, double[] vector, double factor) {
        for (int j = 0; j < to.length; j++) to[j] += factor * vector[j];
    }
}
