package descent.engine.tensor;

/**
 * Sums of squares, in double: eight sums, by column, are added at the end in a fixed order, so that
 * they are the same on every machine and do not wait for each other.
 */
public final class Squares {
    private static final int SUMS = 8;

    private Squares() {}

    /** Of all elements. */
    public static double sum(Matrix m) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        double rest = 0;
        var data = m.data();
        int whole = m.columns() - m.columns() % SUMS;
        for (int r = 0; r < m.rows(); r++) {
            int start = m.index(r, 0);
            for (int i = start; i < start + whole; i += SUMS) {
                s0 += square(data[i]);
                s1 += square(data[i + 1]);
                s2 += square(data[i + 2]);
                s3 += square(data[i + 3]);
                s4 += square(data[i + 4]);
                s5 += square(data[i + 5]);
                s6 += square(data[i + 6]);
                s7 += square(data[i + 7]);
            }
            for (int i = start + whole; i < start + m.columns(); i++) rest += square(data[i]);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }

    private static double square(float x) {
        return (double) x * x;
    }
}
