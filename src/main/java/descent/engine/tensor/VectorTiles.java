package descent.engine.tensor;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix product in register tiles: R rows by V vectors of outputs stay in registers while the
 * summation index runs upwards, so no sum ever crosses a lane.
 *
 * <p>A template: {@link Lanes#define} makes one class of it for each vector width, in which the
 * species is a constant, as the compiler needs it.
 */
final class VectorTiles implements Tiles {
    private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());
    private static final int L = S.length();

    @Override
    public void multiply(
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] b,
            int b0,
            int bRow,
            int depth,
            float[] init,
            int i0,
            int iRow,
            float[] c,
            int c0,
            int cRow,
            int rows,
            int width) {
        int j = 0;
        for (; j + 4 * L <= width; j += 4 * L) {
            int i = 0;
            for (; i + 4 <= rows; i += 4)
                tile4x4(
                        a,
                        a0 + i * aRow,
                        aRow,
                        aStep,
                        b,
                        b0 + j,
                        bRow,
                        depth,
                        init,
                        i0 + i * iRow + j,
                        iRow,
                        c,
                        c0 + i * cRow + j,
                        cRow);
            for (; i < rows; i++)
                tile1x4(
                        a,
                        a0 + i * aRow,
                        aRow,
                        aStep,
                        b,
                        b0 + j,
                        bRow,
                        depth,
                        init,
                        i0 + i * iRow + j,
                        iRow,
                        c,
                        c0 + i * cRow + j,
                        cRow);
        }
        for (; j + 2 * L <= width; j += 2 * L) {
            int i = 0;
            for (; i + 4 <= rows; i += 4)
                tile4x2(
                        a,
                        a0 + i * aRow,
                        aRow,
                        aStep,
                        b,
                        b0 + j,
                        bRow,
                        depth,
                        init,
                        i0 + i * iRow + j,
                        iRow,
                        c,
                        c0 + i * cRow + j,
                        cRow);
            for (; i < rows; i++)
                tile1x2(
                        a,
                        a0 + i * aRow,
                        aRow,
                        aStep,
                        b,
                        b0 + j,
                        bRow,
                        depth,
                        init,
                        i0 + i * iRow + j,
                        iRow,
                        c,
                        c0 + i * cRow + j,
                        cRow);
        }
        for (; j < width; j += L) {
            int i = 0;
            for (; i + 8 <= rows; i += 8)
                tile8x1(
                        a,
                        a0 + i * aRow,
                        aRow,
                        aStep,
                        b,
                        b0 + j,
                        bRow,
                        depth,
                        init,
                        i0 + i * iRow + j,
                        iRow,
                        c,
                        c0 + i * cRow + j,
                        cRow);
            for (; i < rows; i++)
                tile1x1(
                        a,
                        a0 + i * aRow,
                        aRow,
                        aStep,
                        b,
                        b0 + j,
                        bRow,
                        depth,
                        init,
                        i0 + i * iRow + j,
                        iRow,
                        c,
                        c0 + i * cRow + j,
                        cRow);
        }
    }

    private static void tile4x4(
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] b,
            int b0,
            int bRow,
            int depth,
            float[] init,
            int i0,
            int iRow,
            float[] c,
            int c0,
            int cRow) {
        var c00 = FloatVector.fromArray(S, init, i0);
        var c01 = FloatVector.fromArray(S, init, i0 + L);
        var c02 = FloatVector.fromArray(S, init, i0 + 2 * L);
        var c03 = FloatVector.fromArray(S, init, i0 + 3 * L);
        var c10 = FloatVector.fromArray(S, init, i0 + iRow);
        var c11 = FloatVector.fromArray(S, init, i0 + iRow + L);
        var c12 = FloatVector.fromArray(S, init, i0 + iRow + 2 * L);
        var c13 = FloatVector.fromArray(S, init, i0 + iRow + 3 * L);
        var c20 = FloatVector.fromArray(S, init, i0 + 2 * iRow);
        var c21 = FloatVector.fromArray(S, init, i0 + 2 * iRow + L);
        var c22 = FloatVector.fromArray(S, init, i0 + 2 * iRow + 2 * L);
        var c23 = FloatVector.fromArray(S, init, i0 + 2 * iRow + 3 * L);
        var c30 = FloatVector.fromArray(S, init, i0 + 3 * iRow);
        var c31 = FloatVector.fromArray(S, init, i0 + 3 * iRow + L);
        var c32 = FloatVector.fromArray(S, init, i0 + 3 * iRow + 2 * L);
        var c33 = FloatVector.fromArray(S, init, i0 + 3 * iRow + 3 * L);
        for (int k = 0, x = a0, y = b0; k < depth; k++, x += aStep, y += bRow) {
            var y0 = FloatVector.fromArray(S, b, y);
            var y1 = FloatVector.fromArray(S, b, y + L);
            var y2 = FloatVector.fromArray(S, b, y + 2 * L);
            var y3 = FloatVector.fromArray(S, b, y + 3 * L);
            var x0 = FloatVector.broadcast(S, a[x]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
            c02 = y2.fma(x0, c02);
            c03 = y3.fma(x0, c03);
            var x1 = FloatVector.broadcast(S, a[x + aRow]);
            c10 = y0.fma(x1, c10);
            c11 = y1.fma(x1, c11);
            c12 = y2.fma(x1, c12);
            c13 = y3.fma(x1, c13);
            var x2 = FloatVector.broadcast(S, a[x + 2 * aRow]);
            c20 = y0.fma(x2, c20);
            c21 = y1.fma(x2, c21);
            c22 = y2.fma(x2, c22);
            c23 = y3.fma(x2, c23);
            var x3 = FloatVector.broadcast(S, a[x + 3 * aRow]);
            c30 = y0.fma(x3, c30);
            c31 = y1.fma(x3, c31);
            c32 = y2.fma(x3, c32);
            c33 = y3.fma(x3, c33);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        c03.intoArray(c, c0 + 3 * L);
        c10.intoArray(c, c0 + cRow);
        c11.intoArray(c, c0 + cRow + L);
        c12.intoArray(c, c0 + cRow + 2 * L);
        c13.intoArray(c, c0 + cRow + 3 * L);
        c20.intoArray(c, c0 + 2 * cRow);
        c21.intoArray(c, c0 + 2 * cRow + L);
        c22.intoArray(c, c0 + 2 * cRow + 2 * L);
        c23.intoArray(c, c0 + 2 * cRow + 3 * L);
        c30.intoArray(c, c0 + 3 * cRow);
        c31.intoArray(c, c0 + 3 * cRow + L);
        c32.intoArray(c, c0 + 3 * cRow + 2 * L);
        c33.intoArray(c, c0 + 3 * cRow + 3 * L);
    }

    private static void tile1x4(
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] b,
            int b0,
            int bRow,
            int depth,
            float[] init,
            int i0,
            int iRow,
            float[] c,
            int c0,
            int cRow) {
        var c00 = FloatVector.fromArray(S, init, i0);
        var c01 = FloatVector.fromArray(S, init, i0 + L);
        var c02 = FloatVector.fromArray(S, init, i0 + 2 * L);
        var c03 = FloatVector.fromArray(S, init, i0 + 3 * L);
        for (int k = 0, x = a0, y = b0; k < depth; k++, x += aStep, y += bRow) {
            var y0 = FloatVector.fromArray(S, b, y);
            var y1 = FloatVector.fromArray(S, b, y + L);
            var y2 = FloatVector.fromArray(S, b, y + 2 * L);
            var y3 = FloatVector.fromArray(S, b, y + 3 * L);
            var x0 = FloatVector.broadcast(S, a[x]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
            c02 = y2.fma(x0, c02);
            c03 = y3.fma(x0, c03);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        c03.intoArray(c, c0 + 3 * L);
    }

    private static void tile4x2(
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] b,
            int b0,
            int bRow,
            int depth,
            float[] init,
            int i0,
            int iRow,
            float[] c,
            int c0,
            int cRow) {
        var c00 = FloatVector.fromArray(S, init, i0);
        var c01 = FloatVector.fromArray(S, init, i0 + L);
        var c10 = FloatVector.fromArray(S, init, i0 + iRow);
        var c11 = FloatVector.fromArray(S, init, i0 + iRow + L);
        var c20 = FloatVector.fromArray(S, init, i0 + 2 * iRow);
        var c21 = FloatVector.fromArray(S, init, i0 + 2 * iRow + L);
        var c30 = FloatVector.fromArray(S, init, i0 + 3 * iRow);
        var c31 = FloatVector.fromArray(S, init, i0 + 3 * iRow + L);
        for (int k = 0, x = a0, y = b0; k < depth; k++, x += aStep, y += bRow) {
            var y0 = FloatVector.fromArray(S, b, y);
            var y1 = FloatVector.fromArray(S, b, y + L);
            var x0 = FloatVector.broadcast(S, a[x]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
            var x1 = FloatVector.broadcast(S, a[x + aRow]);
            c10 = y0.fma(x1, c10);
            c11 = y1.fma(x1, c11);
            var x2 = FloatVector.broadcast(S, a[x + 2 * aRow]);
            c20 = y0.fma(x2, c20);
            c21 = y1.fma(x2, c21);
            var x3 = FloatVector.broadcast(S, a[x + 3 * aRow]);
            c30 = y0.fma(x3, c30);
            c31 = y1.fma(x3, c31);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c10.intoArray(c, c0 + cRow);
        c11.intoArray(c, c0 + cRow + L);
        c20.intoArray(c, c0 + 2 * cRow);
        c21.intoArray(c, c0 + 2 * cRow + L);
        c30.intoArray(c, c0 + 3 * cRow);
        c31.intoArray(c, c0 + 3 * cRow + L);
    }

    private static void tile1x2(
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] b,
            int b0,
            int bRow,
            int depth,
            float[] init,
            int i0,
            int iRow,
            float[] c,
            int c0,
            int cRow) {
        var c00 = FloatVector.fromArray(S, init, i0);
        var c01 = FloatVector.fromArray(S, init, i0 + L);
        for (int k = 0, x = a0, y = b0; k < depth; k++, x += aStep, y += bRow) {
            var y0 = FloatVector.fromArray(S, b, y);
            var y1 = FloatVector.fromArray(S, b, y + L);
            var x0 = FloatVector.broadcast(S, a[x]);
            c00 = y0.fma(x0, c00);
            c01 = y1.fma(x0, c01);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
    }

    private static void tile8x1(
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] b,
            int b0,
            int bRow,
            int depth,
            float[] init,
            int i0,
            int iRow,
            float[] c,
            int c0,
            int cRow) {
        var c00 = FloatVector.fromArray(S, init, i0);
        var c10 = FloatVector.fromArray(S, init, i0 + iRow);
        var c20 = FloatVector.fromArray(S, init, i0 + 2 * iRow);
        var c30 = FloatVector.fromArray(S, init, i0 + 3 * iRow);
        var c40 = FloatVector.fromArray(S, init, i0 + 4 * iRow);
        var c50 = FloatVector.fromArray(S, init, i0 + 5 * iRow);
        var c60 = FloatVector.fromArray(S, init, i0 + 6 * iRow);
        var c70 = FloatVector.fromArray(S, init, i0 + 7 * iRow);
        for (int k = 0, x = a0, y = b0; k < depth; k++, x += aStep, y += bRow) {
            var y0 = FloatVector.fromArray(S, b, y);
            var x0 = FloatVector.broadcast(S, a[x]);
            c00 = y0.fma(x0, c00);
            var x1 = FloatVector.broadcast(S, a[x + aRow]);
            c10 = y0.fma(x1, c10);
            var x2 = FloatVector.broadcast(S, a[x + 2 * aRow]);
            c20 = y0.fma(x2, c20);
            var x3 = FloatVector.broadcast(S, a[x + 3 * aRow]);
            c30 = y0.fma(x3, c30);
            var x4 = FloatVector.broadcast(S, a[x + 4 * aRow]);
            c40 = y0.fma(x4, c40);
            var x5 = FloatVector.broadcast(S, a[x + 5 * aRow]);
            c50 = y0.fma(x5, c50);
            var x6 = FloatVector.broadcast(S, a[x + 6 * aRow]);
            c60 = y0.fma(x6, c60);
            var x7 = FloatVector.broadcast(S, a[x + 7 * aRow]);
            c70 = y0.fma(x7, c70);
        }
        c00.intoArray(c, c0);
        c10.intoArray(c, c0 + cRow);
        c20.intoArray(c, c0 + 2 * cRow);
        c30.intoArray(c, c0 + 3 * cRow);
        c40.intoArray(c, c0 + 4 * cRow);
        c50.intoArray(c, c0 + 5 * cRow);
        c60.intoArray(c, c0 + 6 * cRow);
        c70.intoArray(c, c0 + 7 * cRow);
    }

    private static void tile1x1(
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] b,
            int b0,
            int bRow,
            int depth,
            float[] init,
            int i0,
            int iRow,
            float[] c,
            int c0,
            int cRow) {
        var c00 = FloatVector.fromArray(S, init, i0);
        for (int k = 0, x = a0, y = b0; k < depth; k++, x += aStep, y += bRow) {
            var y0 = FloatVector.fromArray(S, b, y);
            var x0 = FloatVector.broadcast(S, a[x]);
            c00 = y0.fma(x0, c00);
        }
        c00.intoArray(c, c0);
    }
}
