package descent.engine.tensor;

import java.util.Arrays;

/** The kernels as plain loops: what they mean, and what runs where there are no vectors. */
final class ScalarKernels implements Kernels {
    static final ScalarKernels INSTANCE = new ScalarKernels();

    private ScalarKernels() {}

    @Override
    public void affine(Matrix x, Matrix w, Matrix bias, Matrix y, int rows) {
        Shapes.requireProduct(x, w, y, rows);
        Shapes.requireRow(bias, y);
        for (int b = 0; b < rows; b++) {
            System.arraycopy(bias.data(), bias.offset(), y.data(), y.index(b, 0), y.columns());
            addRows(x.data(), x.index(b, 0), 1, w, w.rows(), y, b);
        }
    }

    @Override
    public void product(Matrix dy, Matrix wT, Matrix dx, int rows) {
        Shapes.requireProduct(dy, wT, dx, rows);
        for (int b = 0; b < rows; b++) {
            clear(dx, b);
            addRows(dy.data(), dy.index(b, 0), 1, wT, wT.rows(), dx, b);
        }
    }

    @Override
    public void outerProducts(Matrix x, Matrix dy, Matrix dw, int rows) {
        Shapes.requireTurnedProduct(x, dy, dw, rows);
        for (int k = 0; k < dw.rows(); k++) {
            clear(dw, k);
            addRows(x.data(), x.index(0, k), x.stride(), dy, rows, dw, k);
        }
    }

    @Override
    public void columnSums(Matrix m, Matrix sums, int rows) {
        Shapes.requireRow(sums, m);
        clear(sums, 0);
        addRows(ONE, 0, 0, m, rows, sums, 0);
    }

    private static final float[] ONE = {1};

    /** Row i of c += sum over k of factor k · row k of m. */
    private static void addRows(
            float[] factors, int first, int step, Matrix m, int count, Matrix c, int i) {
        float[] from = m.data();
        float[] to = c.data();
        int start = c.index(i, 0);
        int columns = c.columns();
        for (int k = 0; k < count; k++) {
            float factor = factors[first + k * step];
            int row = m.index(k, 0);
            for (int j = 0; j < columns; j++)
                to[start + j] = Math.fma(factor, from[row + j], to[start + j]);
        }
    }

    private static void clear(Matrix m, int row) {
        int start = m.index(row, 0);
        Arrays.fill(m.data(), start, start + m.columns(), 0);
    }

    @Override
    public void transpose(Matrix m, Matrix t) {
        Shapes.requireTransposed(m, t);
        for (int r = 0; r < m.rows(); r++)
            for (int c = 0; c < m.columns(); c++) t.data()[t.index(c, r)] = m.data()[m.index(r, c)];
    }

    @Override
    public void forward(Activation f, Matrix x, Matrix y, int rows) {
        Shapes.requireSame(x, y, rows);
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < x.columns(); j++) y.set(b, j, f.forward(x.get(b, j)));
    }

    @Override
    public void backward(Activation f, Matrix x, Matrix y, Matrix dy, int rows) {
        Shapes.requireSame(x, y, rows);
        Shapes.requireSame(y, dy, rows);
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < x.columns(); j++)
                dy.set(b, j, f.backward(dy.get(b, j), x.get(b, j), y.get(b, j)));
    }

    @Override
    public void softmax(Matrix z, Matrix p, SoftmaxSums sums, int rows) {
        Shapes.requireSame(z, p, rows);
        for (int b = 0; b < rows; b++) {
            float max = z.get(b, 0);
            for (int j = 1; j < z.columns(); j++) if (z.get(b, j) > max) max = z.get(b, j);
            float sum = 0;
            for (int j = 0; j < z.columns(); j++) {
                float e = FloatMath.expNear(z.get(b, j) - max);
                p.set(b, j, e);
                sum += e;
            }
            float inverse = 1 / sum;
            for (int j = 0; j < z.columns(); j++) p.set(b, j, p.get(b, j) * inverse);
            sums.tops()[b] = max;
            sums.logSums()[b] = FloatMath.log(sum);
        }
    }

    @Override
    public void takeRows(Matrix examples, int[] order, int first, Matrix batch, int rows) {
        Shapes.requireSame(examples, batch, rows);
        for (int i = 0; i < rows; i++)
            System.arraycopy(
                    examples.data(),
                    examples.index(order[first + i], 0),
                    batch.data(),
                    batch.index(i, 0),
                    examples.columns());
    }

    @Override
    public String description() {
        return "scalar loops";
    }
}
