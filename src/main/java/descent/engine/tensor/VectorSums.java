package descent.engine.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Up to four vectors of sums at once, so that an addition need not wait for the one before. */
final class VectorSums implements Sums {
    private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());
    private static final int L = S.length();

    @Override
    public void columns(Matrix m, Matrix sums, int rows) {
        int j = 0;
        for (; j + 4 * L <= m.stride(); j += 4 * L) four(m, sums, rows, j);
        for (; j + 2 * L <= m.stride(); j += 2 * L) two(m, sums, rows, j);
        if (j < m.stride()) one(m, sums, rows, j);
    }

    private static void four(Matrix m, Matrix sums, int rows, int j) {
        var from = m.data();
        int row = m.stride();
        var s0 = FloatVector.zero(S);
        var s1 = FloatVector.zero(S);
        var s2 = FloatVector.zero(S);
        var s3 = FloatVector.zero(S);
        int p = m.index(0, j);
        for (int b = 0; b < rows; b++, p += row) {
            s0 = s0.add(FloatVector.fromArray(S, from, p));
            s1 = s1.add(FloatVector.fromArray(S, from, p + L));
            s2 = s2.add(FloatVector.fromArray(S, from, p + 2 * L));
            s3 = s3.add(FloatVector.fromArray(S, from, p + 3 * L));
        }
        int at = sums.index(0, j);
        s0.intoArray(sums.data(), at);
        s1.intoArray(sums.data(), at + L);
        s2.intoArray(sums.data(), at + 2 * L);
        s3.intoArray(sums.data(), at + 3 * L);
    }

    private static void two(Matrix m, Matrix sums, int rows, int j) {
        var from = m.data();
        int row = m.stride();
        var s0 = FloatVector.zero(S);
        var s1 = FloatVector.zero(S);
        int p = m.index(0, j);
        for (int b = 0; b < rows; b++, p += row) {
            s0 = s0.add(FloatVector.fromArray(S, from, p));
            s1 = s1.add(FloatVector.fromArray(S, from, p + L));
        }
        int at = sums.index(0, j);
        s0.intoArray(sums.data(), at);
        s1.intoArray(sums.data(), at + L);
    }

    private static void one(Matrix m, Matrix sums, int rows, int j) {
        var from = m.data();
        int row = m.stride();
        var s = FloatVector.zero(S);
        int p = m.index(0, j);
        for (int b = 0; b < rows; b++, p += row) s = s.add(FloatVector.fromArray(S, from, p));
        s.intoArray(sums.data(), sums.index(0, j));
    }
}
