package descent.engine.tensor;

/**
 * The kernels in vectors of a given width. Matrices of up to 4 or 8 columns have tiles of their own
 * in narrower vectors, so that few lanes compute what nobody asked for.
 */
final class VectorKernels implements Kernels {
    private final Tiles four;
    private final Tiles eight;
    private final Tiles wide;
    private final Elements elements;
    private final String description;

    VectorKernels(int lanes) {
        four = Lanes.define(VectorTiles.class, 4);
        eight = lanes < 8 ? four : Lanes.define(VectorTiles.class, 8);
        wide = lanes == 4 ? four : lanes == 8 ? eight : Lanes.define(VectorTiles.class, lanes);
        elements = Lanes.define(VectorElements.class, lanes);
        description = "vectors of " + lanes + " float32 numbers (" + lanes * Float.SIZE + " bits)";
    }

    private Tiles tiles(Matrix result) {
        return result.stride() == 4 ? four : result.stride() == 8 ? eight : wide;
    }

    @Override
    public void affine(Matrix x, Matrix w, Matrix bias, Matrix y, int rows) {
        tiles(y).multiply(
                        x.data(),
                        x.offset(),
                        x.stride(),
                        1,
                        w.data(),
                        w.offset(),
                        w.stride(),
                        w.rows(),
                        bias.data(),
                        bias.offset(),
                        0,
                        y.data(),
                        y.offset(),
                        y.stride(),
                        rows,
                        y.stride());
    }

    private static final float[] ZEROS = new float[8192];
    private static final float[] ONE = {1};

    @Override
    public void product(Matrix dy, Matrix wT, Matrix dx, int rows) {
        tiles(dx)
                .multiply(
                        dy.data(),
                        dy.offset(),
                        dy.stride(),
                        1,
                        wT.data(),
                        wT.offset(),
                        wT.stride(),
                        wT.rows(),
                        ZEROS,
                        0,
                        0,
                        dx.data(),
                        dx.offset(),
                        dx.stride(),
                        rows,
                        dx.stride());
    }

    @Override
    public void outerProducts(Matrix x, Matrix dy, Matrix dw, int rows) {
        tiles(dw)
                .multiply(
                        x.data(),
                        x.offset(),
                        1,
                        x.stride(),
                        dy.data(),
                        dy.offset(),
                        dy.stride(),
                        rows,
                        ZEROS,
                        0,
                        0,
                        dw.data(),
                        dw.offset(),
                        dw.stride(),
                        dw.rows(),
                        dw.stride());
    }

    @Override
    public void columnSums(Matrix m, Matrix sums, int rows) {
        tiles(sums)
                .multiply(
                        ONE,
                        0,
                        0,
                        0,
                        m.data(),
                        m.offset(),
                        m.stride(),
                        rows,
                        ZEROS,
                        0,
                        0,
                        sums.data(),
                        sums.offset(),
                        sums.stride(),
                        1,
                        sums.stride());
    }

    @Override
    public void transpose(Matrix m, Matrix t) {
        for (int r = 0; r < m.rows(); r++) {
            int from = m.index(r, 0);
            int to = t.index(0, r);
            for (int c = 0; c < m.columns(); c++)
                t.data()[to + c * t.stride()] = m.data()[from + c];
        }
    }

    @Override
    public void forward(Activation f, Matrix x, Matrix y, int rows) {
        elements.forward(f, x.data(), x.offset(), y.data(), y.offset(), rows * x.stride());
    }

    @Override
    public void backward(Activation f, Matrix x, Matrix y, Matrix dy, int rows) {
        elements.backward(
                f,
                x.data(),
                x.offset(),
                y.data(),
                y.offset(),
                dy.data(),
                dy.offset(),
                rows * x.stride());
    }

    @Override
    public void softmax(Matrix z, Matrix p, float[] top, float[] logSum, int rows) {
        int columns = z.columns();
        float[] values = p.data();
        for (int b = 0; b < rows; b++) {
            int from = z.index(b, 0);
            float max = z.data()[from];
            for (int j = 1; j < columns; j++)
                if (z.data()[from + j] > max) max = z.data()[from + j];
            int to = p.index(b, 0);
            for (int j = 0; j < columns; j++) values[to + j] = z.data()[from + j] - max;
            top[b] = max;
        }
        elements.expNear(values, values, rows * p.stride());
        for (int b = 0; b < rows; b++) {
            int row = p.index(b, 0);
            float sum = 0;
            for (int j = 0; j < columns; j++) sum += values[row + j];
            float inverse = 1 / sum;
            for (int j = 0; j < columns; j++) values[row + j] *= inverse;
            logSum[b] = FloatMath.log(sum);
        }
    }

    @Override
    public String description() {
        return description;
    }
}
