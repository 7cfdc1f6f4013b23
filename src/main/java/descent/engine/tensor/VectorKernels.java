package descent.engine.tensor;

import java.util.EnumMap;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The kernels in vectors of a given width. */
final class VectorKernels implements Kernels {
    /** So many rows of the right factor's strip of columns stay in the nearest cache. */
    private static final int DEPTH = 256;

    private static final int NARROW = 8;
    private static final VectorSpecies<Float> NARROWS = FloatVector.SPECIES_256;
    private static final Matrix ZEROS = Matrix.zeros(1, 8192);

    private final TileSet straight;
    private final TileSet turned;
    private final Sums sums;
    private final Sums narrowSums;
    private final int lanes;
    private final EnumMap<Activation, Curve> curves = new EnumMap<>(Activation.class);
    private final Transposition transposition;
    private final VectorSoftmax softmax;
    private final String description;

    /**
     * @param registers how many vectors the machine holds at once: 16 or 32
     */
    VectorKernels(int lanes, int registers) {
        straight = TileSet.of(lanes, registers, false);
        turned = TileSet.of(lanes, registers, true);
        sums = Lanes.define(VectorSums.class, lanes);
        narrowSums = lanes <= NARROW ? sums : Lanes.define(VectorSums.class, NARROW);
        this.lanes = lanes;
        for (var f : Activation.values())
            if (f != Activation.SOFTMAX) curves.put(f, new Apart(VectorCurves.of(f, lanes)));
        transposition = new Transposition(lanes);
        softmax = new VectorSoftmax(lanes, transposition);
        description = "vectors of " + lanes + " float32 numbers (" + lanes * Float.SIZE + " bits)";
    }

    @Override
    public void affine(Matrix x, Matrix w, Matrix bias, Matrix y, int rows) {
        Shapes.requireProduct(x, w, y, rows);
        Shapes.requireRow(bias, y);
        multiply(straight, x, w, bias, y, rows, w.rows());
    }

    @Override
    public void product(Matrix dy, Matrix wT, Matrix dx, int rows) {
        Shapes.requireProduct(dy, wT, dx, rows);
        multiply(straight, dy, wT, ZEROS, dx, rows, wT.rows());
    }

    @Override
    public void outerProducts(Matrix x, Matrix dy, Matrix dw, int rows) {
        Shapes.requireTurnedProduct(x, dy, dw, rows);
        multiply(turned, x, dy, ZEROS, dw, dw.rows(), rows);
    }

    @Override
    public void columnSums(Matrix m, Matrix sums, int rows) {
        Shapes.requireRow(sums, m);
        var columns = m.stride() == NARROW ? narrowSums : this.sums;
        columns.columns(m, sums, rows);
    }

    private void multiply(
            TileSet set, Matrix a, Matrix b, Matrix init, Matrix c, int rows, int depth) {
        strips(set, a, b, init, c, rows, 0, Math.min(DEPTH, depth));
        for (int from = DEPTH; from < depth; from += DEPTH)
            strips(set, a, b, c, c, rows, from, Math.min(from + DEPTH, depth));
    }

    private void strips(
            TileSet set, Matrix a, Matrix b, Matrix init, Matrix c, int rows, int from, int to) {
        int j = 0;
        while (j < c.stride()) {
            var tiles = set.tiles(c.stride(), c.stride() - j);
            tiles.multiply(a, b, init, c, rows, j, from, to);
            j += tiles.width();
        }
    }

    @Override
    public void transpose(Matrix m, Matrix t) {
        Shapes.requireTransposed(m, t);
        transposition.of(m, t, m.rows(), m.columns());
    }

    @Override
    public void forward(Activation f, Matrix x, Matrix y, int rows) {
        Shapes.requireSame(x, y, rows);
        curve(f).forward(x.data(), x.offset(), y.data(), y.offset(), rows * x.stride());
    }

    @Override
    public void backward(Activation f, Matrix x, Matrix y, Matrix dy, int rows) {
        Shapes.requireSame(x, y, rows);
        Shapes.requireSame(y, dy, rows);
        curve(f).backward(
                        x.data(),
                        x.offset(),
                        y.data(),
                        y.offset(),
                        dy.data(),
                        dy.offset(),
                        rows * x.stride());
    }

    private Curve curve(Activation f) {
        var curve = curves.get(f);
        if (curve == null) throw Activation.byRow();
        return curve;
    }

    @Override
    public void softmax(Matrix z, Matrix p, SoftmaxSums sums, int rows) {
        Shapes.requireSame(z, p, rows);
        Shapes.requireTurned(z, sums.turned(), rows);
        softmax.of(z, p, sums, rows);
    }

    @Override
    public void takeRows(Matrix examples, int[] order, int first, Matrix batch, int rows) {
        if (examples.stride() != NARROW || lanes < NARROW) {
            ScalarKernels.INSTANCE.takeRows(examples, order, first, batch, rows);
            return;
        }
        Shapes.requireSame(examples, batch, rows);
        for (int i = 0; i < rows; i++)
            FloatVector.fromArray(NARROWS, examples.data(), examples.index(order[first + i], 0))
                    .intoArray(batch.data(), batch.index(i, 0));
    }

    @Override
    public String description() {
        return description;
    }
}
