package descent.engine.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Tiles} four vectors wide and up to 4 rows high. For machines with 32 registers. */
final class TilesOf4 implements Tiles {
    private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());
    private static final boolean TURNED = Lanes.turned(MethodHandles.lookup());
    private static final int L = S.length();

    @Override
    public int width() {
        return 4 * L;
    }

    @Override
    public void multiply(
            Matrix a, Matrix b, Matrix init, Matrix c, int rows, int j, int from, int to) {
        int i = four(a, b, init, c, j, from, to, 0, rows);
        if (i + 2 <= rows) {
            two(a, b, init, c, j, from, to, i);
            i += 2;
        }
        if (i < rows) one(a, b, init, c, j, from, to, i);
    }

    private static int four(
            Matrix a,
            Matrix b,
            Matrix init,
            Matrix c,
            int j,
            int from,
            int to,
            int start,
            int rows) {
        var av = a.data();
        var bv = b.data();
        int aStep = TURNED ? a.stride() : 1;
        int aRow = TURNED ? 1 : a.stride();
        int bRow = b.stride();
        var iv = init.data();
        int iRow = Tiles.rowStep(init);
        var cv = c.data();
        int cRow = c.stride();
        int i = start;
        for (; i + 4 <= rows; i += 4) {
            int i0 = Tiles.start(init, i) + j;
            var c00 = FloatVector.fromArray(S, iv, i0);
            var c01 = FloatVector.fromArray(S, iv, i0 + L);
            var c02 = FloatVector.fromArray(S, iv, i0 + 2 * L);
            var c03 = FloatVector.fromArray(S, iv, i0 + 3 * L);
            var c10 = FloatVector.fromArray(S, iv, i0 + iRow);
            var c11 = FloatVector.fromArray(S, iv, i0 + iRow + L);
            var c12 = FloatVector.fromArray(S, iv, i0 + iRow + 2 * L);
            var c13 = FloatVector.fromArray(S, iv, i0 + iRow + 3 * L);
            var c20 = FloatVector.fromArray(S, iv, i0 + 2 * iRow);
            var c21 = FloatVector.fromArray(S, iv, i0 + 2 * iRow + L);
            var c22 = FloatVector.fromArray(S, iv, i0 + 2 * iRow + 2 * L);
            var c23 = FloatVector.fromArray(S, iv, i0 + 2 * iRow + 3 * L);
            var c30 = FloatVector.fromArray(S, iv, i0 + 3 * iRow);
            var c31 = FloatVector.fromArray(S, iv, i0 + 3 * iRow + L);
            var c32 = FloatVector.fromArray(S, iv, i0 + 3 * iRow + 2 * L);
            var c33 = FloatVector.fromArray(S, iv, i0 + 3 * iRow + 3 * L);
            int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
            int q = b.offset() + from * bRow + j;
            for (int k = from; k < to; k++, p += aStep, q += bRow) {
                var y0 = FloatVector.fromArray(S, bv, q);
                var y1 = FloatVector.fromArray(S, bv, q + L);
                var y2 = FloatVector.fromArray(S, bv, q + 2 * L);
                var y3 = FloatVector.fromArray(S, bv, q + 3 * L);
                var x0 = FloatVector.broadcast(S, av[p]);
                c00 = y0.fma(x0, c00);
                c01 = y1.fma(x0, c01);
                c02 = y2.fma(x0, c02);
                c03 = y3.fma(x0, c03);
                var x1 = FloatVector.broadcast(S, av[p + aRow]);
                c10 = y0.fma(x1, c10);
                c11 = y1.fma(x1, c11);
                c12 = y2.fma(x1, c12);
                c13 = y3.fma(x1, c13);
                var x2 = FloatVector.broadcast(S, av[p + 2 * aRow]);
                c20 = y0.fma(x2, c20);
                c21 = y1.fma(x2, c21);
                c22 = y2.fma(x2, c22);
                c23 = y3.fma(x2, c23);
                var x3 = FloatVector.broadcast(S, av[p + 3 * aRow]);
                c30 = y0.fma(x3, c30);
                c31 = y1.fma(x3, c31);
                c32 = y2.fma(x3, c32);
                c33 = y3.fma(x3, c33);
            }
            int at = c.index(i, j);
            c00.intoArray(cv, at);
            c01.intoArray(cv, at + L);
            c02.intoArray(cv, at + 2 * L);
            c03.intoArray(cv, at + 3 * L);
            c10.intoArray(cv, at + cRow);
            c11.intoArray(cv, at + cRow + L);
            c12.intoArray(cv, at + cRow + 2 * L);
            c13.intoArray(cv, at + cRow + 3 * L);
            c20.intoArray(cv, at + 2 * cRow);
            c21.intoArray(cv, at + 2 * cRow + L);
            c22.intoArray(cv, at + 2 * cRow + 2 * L);
            c23.intoArray(cv, at + 2 * cRow + 3 * L);
            c30.intoArray(cv, at + 3 * cRow);
            c31.intoArray(cv, at + 3 * cRow + L);
            c32.intoArray(cv, at + 3 * cRow + 2 * L);
            c33.intoArray(cv, at + 3 * cRow + 3 * L);
        }
        return i;
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
        var c00 = FloatVector.fromArray(S, iv, i0);
        var c01 = FloatVector.fromArray(S, iv, i0 + L);
        var c02 = FloatVector.fromArray(S, iv, i0 + 2 * L);
        var c03 = FloatVector.fromArray(S, iv, i0 + 3 * L);
        var c10 = FloatVector.fromArray(S, iv, i0 + iRow);
        var c11 = FloatVector.fromArray(S, iv, i0 + iRow + L);
        var c12 = FloatVector.fromArray(S, iv, i0 + iRow + 2 * L);
        var c13 = FloatVector.fromArray(S, iv, i0 + iRow + 3 * L);
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y0 = FloatVector.fromArray(S, bv, q);
            var y1 = FloatVector.fromArray(S, bv, q + L);
            var y2 = FloatVector.fromArray(S, bv, q + 2 * L);
            var y3 = FloatVector.fromArray(S, bv, q + 3 * L);
            var x0 = FloatVector.broadcast(S, av[p]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
            c02 = y2.fma(x0, c02);
            c03 = y3.fma(x0, c03);
            var x1 = FloatVector.broadcast(S, av[p + aRow]);
            c10 = y0.fma(x1, c10);
            c11 = y1.fma(x1, c11);
            c12 = y2.fma(x1, c12);
            c13 = y3.fma(x1, c13);
        }
        var cv = c.data();
        int cRow = c.stride();
        int at = c.index(i, j);
        c00.intoArray(cv, at);
        c01.intoArray(cv, at + L);
        c02.intoArray(cv, at + 2 * L);
        c03.intoArray(cv, at + 3 * L);
        c10.intoArray(cv, at + cRow);
        c11.intoArray(cv, at + cRow + L);
        c12.intoArray(cv, at + cRow + 2 * L);
        c13.intoArray(cv, at + cRow + 3 * L);
    }

    private static void one(
            Matrix a, Matrix b, Matrix init, Matrix c, int j, int from, int to, int i) {
        var av = a.data();
        var bv = b.data();
        int aStep = TURNED ? a.stride() : 1;
        int bRow = b.stride();
        var iv = init.data();
        int i0 = Tiles.start(init, i) + j;
        var c00 = FloatVector.fromArray(S, iv, i0);
        var c01 = FloatVector.fromArray(S, iv, i0 + L);
        var c02 = FloatVector.fromArray(S, iv, i0 + 2 * L);
        var c03 = FloatVector.fromArray(S, iv, i0 + 3 * L);
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y0 = FloatVector.fromArray(S, bv, q);
            var y1 = FloatVector.fromArray(S, bv, q + L);
            var y2 = FloatVector.fromArray(S, bv, q + 2 * L);
            var y3 = FloatVector.fromArray(S, bv, q + 3 * L);
            var x0 = FloatVector.broadcast(S, av[p]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
            c02 = y2.fma(x0, c02);
            c03 = y3.fma(x0, c03);
        }
        var cv = c.data();
        int at = c.index(i, j);
        c00.intoArray(cv, at);
        c01.intoArray(cv, at + L);
        c02.intoArray(cv, at + 2 * L);
        c03.intoArray(cv, at + 3 * L);
    }
}
