package descent.engine.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Tiles} one vector wide and up to 8 rows high: of small layers, whose sums are short. There
 * a call for each tile costs less than a loop over them.
 */
final class TilesOf1 implements Tiles {
    private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());
    private static final boolean TURNED = Lanes.turned(MethodHandles.lookup());
    private static final int L = S.length();

    @Override
    public int width() {
        return L;
    }

    @Override
    public void multiply(
            Matrix a, Matrix b, Matrix init, Matrix c, int rows, int j, int from, int to) {
        int i = 0;
        for (; i + 8 <= rows; i += 8) eight(a, b, init, c, j, from, to, i);
        if (i + 4 <= rows) {
            four(a, b, init, c, j, from, to, i);
            i += 4;
        }
        if (i + 2 <= rows) {
            two(a, b, init, c, j, from, to, i);
            i += 2;
        }
        if (i < rows) one(a, b, init, c, j, from, to, i);
    }

    private static void eight(
            Matrix a, Matrix b, Matrix init, Matrix c, int j, int from, int to, int i) {
        var av = a.data();
        var bv = b.data();
        int aStep = TURNED ? a.stride() : 1;
        int aRow = TURNED ? 1 : a.stride();
        int bRow = b.stride();
        var iv = init.data();
        int iRow = Tiles.rowStep(init);
        int i0 = Tiles.start(init, i) + j;
        var c0 = FloatVector.fromArray(S, iv, i0);
        var c1 = FloatVector.fromArray(S, iv, i0 + iRow);
        var c2 = FloatVector.fromArray(S, iv, i0 + 2 * iRow);
        var c3 = FloatVector.fromArray(S, iv, i0 + 3 * iRow);
        var c4 = FloatVector.fromArray(S, iv, i0 + 4 * iRow);
        var c5 = FloatVector.fromArray(S, iv, i0 + 5 * iRow);
        var c6 = FloatVector.fromArray(S, iv, i0 + 6 * iRow);
        var c7 = FloatVector.fromArray(S, iv, i0 + 7 * iRow);
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y = FloatVector.fromArray(S, bv, q);
            var x0 = FloatVector.broadcast(S, av[p]);
            c0 = y.fma(x0, c0);
            var x1 = FloatVector.broadcast(S, av[p + aRow]);
            c1 = y.fma(x1, c1);
            var x2 = FloatVector.broadcast(S, av[p + 2 * aRow]);
            c2 = y.fma(x2, c2);
            var x3 = FloatVector.broadcast(S, av[p + 3 * aRow]);
            c3 = y.fma(x3, c3);
            var x4 = FloatVector.broadcast(S, av[p + 4 * aRow]);
            c4 = y.fma(x4, c4);
            var x5 = FloatVector.broadcast(S, av[p + 5 * aRow]);
            c5 = y.fma(x5, c5);
            var x6 = FloatVector.broadcast(S, av[p + 6 * aRow]);
            c6 = y.fma(x6, c6);
            var x7 = FloatVector.broadcast(S, av[p + 7 * aRow]);
            c7 = y.fma(x7, c7);
        }
        var cv = c.data();
        int cRow = c.stride();
        int at = c.index(i, j);
        c0.intoArray(cv, at);
        c1.intoArray(cv, at + cRow);
        c2.intoArray(cv, at + 2 * cRow);
        c3.intoArray(cv, at + 3 * cRow);
        c4.intoArray(cv, at + 4 * cRow);
        c5.intoArray(cv, at + 5 * cRow);
        c6.intoArray(cv, at + 6 * cRow);
        c7.intoArray(cv, at + 7 * cRow);
    }

    private static void four(
            Matrix a, Matrix b, Matrix init, Matrix c, int j, int from, int to, int i) {
        var av = a.data();
        var bv = b.data();
        int aStep = TURNED ? a.stride() : 1;
        int aRow = TURNED ? 1 : a.stride();
        int bRow = b.stride();
        var iv = init.data();
        int iRow = Tiles.rowStep(init);
        int i0 = Tiles.start(init, i) + j;
        var c0 = FloatVector.fromArray(S, iv, i0);
        var c1 = FloatVector.fromArray(S, iv, i0 + iRow);
        var c2 = FloatVector.fromArray(S, iv, i0 + 2 * iRow);
        var c3 = FloatVector.fromArray(S, iv, i0 + 3 * iRow);
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y = FloatVector.fromArray(S, bv, q);
            var x0 = FloatVector.broadcast(S, av[p]);
            c0 = y.fma(x0, c0);
            var x1 = FloatVector.broadcast(S, av[p + aRow]);
            c1 = y.fma(x1, c1);
            var x2 = FloatVector.broadcast(S, av[p + 2 * aRow]);
            c2 = y.fma(x2, c2);
            var x3 = FloatVector.broadcast(S, av[p + 3 * aRow]);
            c3 = y.fma(x3, c3);
        }
        var cv = c.data();
        int cRow = c.stride();
        int at = c.index(i, j);
        c0.intoArray(cv, at);
        c1.intoArray(cv, at + cRow);
        c2.intoArray(cv, at + 2 * cRow);
        c3.intoArray(cv, at + 3 * cRow);
    }

    private static void two(
            Matrix a, Matrix b, Matrix init, Matrix c, int j, int from, int to, int i) {
        var av = a.data();
        var bv = b.data();
        int aStep = TURNED ? a.stride() : 1;
        int aRow = TURNED ? 1 : a.stride();
        int bRow = b.stride();
        var iv = init.data();
        int iRow = Tiles.rowStep(init);
        int i0 = Tiles.start(init, i) + j;
        var c0 = FloatVector.fromArray(S, iv, i0);
        var c1 = FloatVector.fromArray(S, iv, i0 + iRow);
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y = FloatVector.fromArray(S, bv, q);
            var x0 = FloatVector.broadcast(S, av[p]);
            c0 = y.fma(x0, c0);
            var x1 = FloatVector.broadcast(S, av[p + aRow]);
            c1 = y.fma(x1, c1);
        }
        var cv = c.data();
        int cRow = c.stride();
        int at = c.index(i, j);
        c0.intoArray(cv, at);
        c1.intoArray(cv, at + cRow);
    }

    private static void one(
            Matrix a, Matrix b, Matrix init, Matrix c, int j, int from, int to, int i) {
        var av = a.data();
        var bv = b.data();
        int aStep = TURNED ? a.stride() : 1;
        int bRow = b.stride();
        var iv = init.data();
        int i0 = Tiles.start(init, i) + j;
        var c0 = FloatVector.fromArray(S, iv, i0);
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y = FloatVector.fromArray(S, bv, q);
            var x0 = FloatVector.broadcast(S, av[p]);
            c0 = y.fma(x0, c0);
        }
        var cv = c.data();
        int at = c.index(i, j);
        c0.intoArray(cv, at);
    }
}
