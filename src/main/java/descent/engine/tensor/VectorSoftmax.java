package descent.engine.tensor;

/**
 * Softmax of many examples at once: outputs are few and examples many, so the outputs are turned,
 * and vectors are full whatever the number of outputs.
 */
final class VectorSoftmax {
    private final Transposition transposition;
    private final SoftmaxPasses passes;
    private final Curve exp;
    private final Curve log;

    VectorSoftmax(int lanes, Transposition transposition) {
        this.transposition = transposition;
        passes = Lanes.define(VectorSoftmaxPasses.class, lanes);
        exp = new Apart(Lanes.define(VectorCurves.Exp.class, lanes));
        log = new Apart(Lanes.define(VectorCurves.Log.class, lanes));
    }

    /** {@link Kernels#softmax}. */
    void of(Matrix z, Matrix p, SoftmaxSums sums, int rows) {
        var t = sums.turned();
        var logSums = sums.logSums();
        transposition.of(z, t, rows, z.columns());
        passes.shift(t, sums.tops(), rows);
        for (int j = 0; j < t.rows(); j++) {
            int at = t.index(j, 0);
            exp.forward(t.data(), at, t.data(), at, rows);
        }
        passes.divide(t, logSums, rows);
        log.forward(logSums, 0, logSums, 0, rows);
        transposition.of(t, p, t.rows(), rows);
    }
}
