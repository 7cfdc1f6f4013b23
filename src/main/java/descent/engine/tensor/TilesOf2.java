package descent.engine.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Tiles} two vectors wide and up to 6 rows high, or 8 where there are 32 registers. Twelve
 * sums, two vectors and a factor: of the 16 registers that AVX2 has one stays free, which the
 * compiler makes use of. Three vectors by 4 rows take all 16, and at some places it then kept sums
 * in memory.
 */
final class TilesOf2 implements Tiles {
    private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());
    private static final boolean TURNED = Lanes.turned(MethodHandles.lookup());
    private static final boolean MANY = Lanes.registers(MethodHandles.lookup()) > Lanes.FEWEST;
    private static final int L = S.length();

    @Override
    public int width() {
        return 2 * L;
    }

    @Override
    public void multiply(
            Matrix a, Matrix b, Matrix init, Matrix c, int rows, int j, int from, int to) {
        // Eight at the end are two fours: of six and two, the two would mostly wait.
        int i =
                MANY
                        ? eight(a, b, init, c, j, from, to, 0, rows)
                        : six(a, b, init, c, j, from, to, 0, rows % 6 == 2 ? rows - 8 : rows);
        i = four(a, b, init, c, j, from, to, i, rows);
        if (i + 2 <= rows) {
            two(a, b, init, c, j, from, to, i);
            i += 2;
        }
        if (i < rows) one(a, b, init, c, j, from, to, i);
    }

    private static int eight(
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
        for (; i + 8 <= rows; i += 8) {
            int i0 = Tiles.start(init, i) + j;
            var c00 = FloatVector.fromArray(S, iv, i0);
            var c01 = FloatVector.fromArray(S, iv, i0 + L);
            var c10 = FloatVector.fromArray(S, iv, i0 + iRow);
            var c11 = FloatVector.fromArray(S, iv, i0 + iRow + L);
            var c20 = FloatVector.fromArray(S, iv, i0 + 2 * iRow);
            var c21 = FloatVector.fromArray(S, iv, i0 + 2 * iRow + L);
            var c30 = FloatVector.fromArray(S, iv, i0 + 3 * iRow);
            var c31 = FloatVector.fromArray(S, iv, i0 + 3 * iRow + L);
            var c40 = FloatVector.fromArray(S, iv, i0 + 4 * iRow);
            var c41 = FloatVector.fromArray(S, iv, i0 + 4 * iRow + L);
            var c50 = FloatVector.fromArray(S, iv, i0 + 5 * iRow);
            var c51 = FloatVector.fromArray(S, iv, i0 + 5 * iRow + L);
            var c60 = FloatVector.fromArray(S, iv, i0 + 6 * iRow);
            var c61 = FloatVector.fromArray(S, iv, i0 + 6 * iRow + L);
            var c70 = FloatVector.fromArray(S, iv, i0 + 7 * iRow);
            var c71 = FloatVector.fromArray(S, iv, i0 + 7 * iRow + L);
            int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
            int q = b.offset() + from * bRow + j;
            for (int k = from; k < to; k++, p += aStep, q += bRow) {
                var y0 = FloatVector.fromArray(S, bv, q);
                var y1 = FloatVector.fromArray(S, bv, q + L);
                var x0 = FloatVector.broadcast(S, av[p]);
                c00 = y0.fma(x0, c00);
                c01 = y1.fma(x0, c01);
                var x1 = FloatVector.broadcast(S, av[p + aRow]);
                c10 = y0.fma(x1, c10);
                c11 = y1.fma(x1, c11);
                var x2 = FloatVector.broadcast(S, av[p + 2 * aRow]);
                c20 = y0.fma(x2, c20);
                c21 = y1.fma(x2, c21);
                var x3 = FloatVector.broadcast(S, av[p + 3 * aRow]);
                c30 = y0.fma(x3, c30);
                c31 = y1.fma(x3, c31);
                var x4 = FloatVector.broadcast(S, av[p + 4 * aRow]);
                c40 = y0.fma(x4, c40);
                c41 = y1.fma(x4, c41);
                var x5 = FloatVector.broadcast(S, av[p + 5 * aRow]);
                c50 = y0.fma(x5, c50);
                c51 = y1.fma(x5, c51);
                var x6 = FloatVector.broadcast(S, av[p + 6 * aRow]);
                c60 = y0.fma(x6, c60);
                c61 = y1.fma(x6, c61);
                var x7 = FloatVector.broadcast(S, av[p + 7 * aRow]);
                c70 = y0.fma(x7, c70);
                c71 = y1.fma(x7, c71);
            }
            int at = c.index(i, j);
            c00.intoArray(cv, at);
            c01.intoArray(cv, at + L);
            c10.intoArray(cv, at + cRow);
            c11.intoArray(cv, at + cRow + L);
            c20.intoArray(cv, at + 2 * cRow);
            c21.intoArray(cv, at + 2 * cRow + L);
            c30.intoArray(cv, at + 3 * cRow);
            c31.intoArray(cv, at + 3 * cRow + L);
            c40.intoArray(cv, at + 4 * cRow);
            c41.intoArray(cv, at + 4 * cRow + L);
            c50.intoArray(cv, at + 5 * cRow);
            c51.intoArray(cv, at + 5 * cRow + L);
            c60.intoArray(cv, at + 6 * cRow);
            c61.intoArray(cv, at + 6 * cRow + L);
            c70.intoArray(cv, at + 7 * cRow);
            c71.intoArray(cv, at + 7 * cRow + L);
        }
        return i;
    }

    private static int six(
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
        for (; i + 6 <= rows; i += 6) {
            int i0 = Tiles.start(init, i) + j;
            var c00 = FloatVector.fromArray(S, iv, i0);
            var c01 = FloatVector.fromArray(S, iv, i0 + L);
            var c10 = FloatVector.fromArray(S, iv, i0 + iRow);
            var c11 = FloatVector.fromArray(S, iv, i0 + iRow + L);
            var c20 = FloatVector.fromArray(S, iv, i0 + 2 * iRow);
            var c21 = FloatVector.fromArray(S, iv, i0 + 2 * iRow + L);
            var c30 = FloatVector.fromArray(S, iv, i0 + 3 * iRow);
            var c31 = FloatVector.fromArray(S, iv, i0 + 3 * iRow + L);
            var c40 = FloatVector.fromArray(S, iv, i0 + 4 * iRow);
            var c41 = FloatVector.fromArray(S, iv, i0 + 4 * iRow + L);
            var c50 = FloatVector.fromArray(S, iv, i0 + 5 * iRow);
            var c51 = FloatVector.fromArray(S, iv, i0 + 5 * iRow + L);
            int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
            int q = b.offset() + from * bRow + j;
            for (int k = from; k < to; k++, p += aStep, q += bRow) {
                var y0 = FloatVector.fromArray(S, bv, q);
                var y1 = FloatVector.fromArray(S, bv, q + L);
                var x0 = FloatVector.broadcast(S, av[p]);
                c00 = y0.fma(x0, c00);
                c01 = y1.fma(x0, c01);
                var x1 = FloatVector.broadcast(S, av[p + aRow]);
                c10 = y0.fma(x1, c10);
                c11 = y1.fma(x1, c11);
                var x2 = FloatVector.broadcast(S, av[p + 2 * aRow]);
                c20 = y0.fma(x2, c20);
                c21 = y1.fma(x2, c21);
                var x3 = FloatVector.broadcast(S, av[p + 3 * aRow]);
                c30 = y0.fma(x3, c30);
                c31 = y1.fma(x3, c31);
                var x4 = FloatVector.broadcast(S, av[p + 4 * aRow]);
                c40 = y0.fma(x4, c40);
                c41 = y1.fma(x4, c41);
                var x5 = FloatVector.broadcast(S, av[p + 5 * aRow]);
                c50 = y0.fma(x5, c50);
                c51 = y1.fma(x5, c51);
            }
            int at = c.index(i, j);
            c00.intoArray(cv, at);
            c01.intoArray(cv, at + L);
            c10.intoArray(cv, at + cRow);
            c11.intoArray(cv, at + cRow + L);
            c20.intoArray(cv, at + 2 * cRow);
            c21.intoArray(cv, at + 2 * cRow + L);
            c30.intoArray(cv, at + 3 * cRow);
            c31.intoArray(cv, at + 3 * cRow + L);
            c40.intoArray(cv, at + 4 * cRow);
            c41.intoArray(cv, at + 4 * cRow + L);
            c50.intoArray(cv, at + 5 * cRow);
            c51.intoArray(cv, at + 5 * cRow + L);
        }
        return i;
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
            var c10 = FloatVector.fromArray(S, iv, i0 + iRow);
            var c11 = FloatVector.fromArray(S, iv, i0 + iRow + L);
            var c20 = FloatVector.fromArray(S, iv, i0 + 2 * iRow);
            var c21 = FloatVector.fromArray(S, iv, i0 + 2 * iRow + L);
            var c30 = FloatVector.fromArray(S, iv, i0 + 3 * iRow);
            var c31 = FloatVector.fromArray(S, iv, i0 + 3 * iRow + L);
            int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
            int q = b.offset() + from * bRow + j;
            for (int k = from; k < to; k++, p += aStep, q += bRow) {
                var y0 = FloatVector.fromArray(S, bv, q);
                var y1 = FloatVector.fromArray(S, bv, q + L);
                var x0 = FloatVector.broadcast(S, av[p]);
                c00 = y0.fma(x0, c00);
                c01 = y1.fma(x0, c01);
                var x1 = FloatVector.broadcast(S, av[p + aRow]);
                c10 = y0.fma(x1, c10);
                c11 = y1.fma(x1, c11);
                var x2 = FloatVector.broadcast(S, av[p + 2 * aRow]);
                c20 = y0.fma(x2, c20);
                c21 = y1.fma(x2, c21);
                var x3 = FloatVector.broadcast(S, av[p + 3 * aRow]);
                c30 = y0.fma(x3, c30);
                c31 = y1.fma(x3, c31);
            }
            int at = c.index(i, j);
            c00.intoArray(cv, at);
            c01.intoArray(cv, at + L);
            c10.intoArray(cv, at + cRow);
            c11.intoArray(cv, at + cRow + L);
            c20.intoArray(cv, at + 2 * cRow);
            c21.intoArray(cv, at + 2 * cRow + L);
            c30.intoArray(cv, at + 3 * cRow);
            c31.intoArray(cv, at + 3 * cRow + L);
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
        var c10 = FloatVector.fromArray(S, iv, i0 + iRow);
        var c11 = FloatVector.fromArray(S, iv, i0 + iRow + L);
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y0 = FloatVector.fromArray(S, bv, q);
            var y1 = FloatVector.fromArray(S, bv, q + L);
            var x0 = FloatVector.broadcast(S, av[p]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
            var x1 = FloatVector.broadcast(S, av[p + aRow]);
            c10 = y0.fma(x1, c10);
            c11 = y1.fma(x1, c11);
        }
        var cv = c.data();
        int cRow = c.stride();
        int at = c.index(i, j);
        c00.intoArray(cv, at);
        c01.intoArray(cv, at + L);
        c10.intoArray(cv, at + cRow);
        c11.intoArray(cv, at + cRow + L);
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
        int p = a.offset() + (TURNED ? i : i * a.stride()) + from * aStep;
        int q = b.offset() + from * bRow + j;
        for (int k = from; k < to; k++, p += aStep, q += bRow) {
            var y0 = FloatVector.fromArray(S, bv, q);
            var y1 = FloatVector.fromArray(S, bv, q + L);
            var x0 = FloatVector.broadcast(S, av[p]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
        }
        var cv = c.data();
        int at = c.index(i, j);
        c00.intoArray(cv, at);
        c01.intoArray(cv, at + L);
    }
}
