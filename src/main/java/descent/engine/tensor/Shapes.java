package descent.engine.tensor;

/** Refuses matrices that do not fit each other, naming both. */
final class Shapes {
    private Shapes() {}

    /** For y = x·w over the first rows of x and y. */
    static void requireProduct(Matrix x, Matrix w, Matrix y, int rows) {
        if (x.columns() != w.rows()) throw misfit(x, "times", w);
        if (w.columns() != y.columns()) throw misfit(w, "into", y);
        requireRows(x, rows);
        requireRows(y, rows);
    }

    /** For y = xᵀ·d over the first rows of x and d. */
    static void requireTurnedProduct(Matrix x, Matrix d, Matrix y, int rows) {
        if (x.columns() != y.rows() || d.columns() != y.columns())
            throw new IllegalArgumentException(
                    x.shape() + " turned times " + d.shape() + " does not fit into " + y.shape());
        requireRows(x, rows);
        requireRows(d, rows);
    }

    /** For a row that each row of m is added to, or m's rows to it. */
    static void requireRow(Matrix row, Matrix m) {
        if (row.columns() != m.columns() || row.rows() < 1) throw misfit(row, "and", m);
    }

    /** For what goes by element over the first rows. */
    static void requireSame(Matrix x, Matrix y, int rows) {
        if (x.columns() != y.columns()) throw misfit(x, "and", y);
        requireRows(x, rows);
        requireRows(y, rows);
    }

    static void requireTransposed(Matrix m, Matrix t) {
        if (m.rows() != t.columns() || m.columns() != t.rows()) throw misfit(m, "turned into", t);
    }

    /** For the first rows of m, turned into t. */
    static void requireTurned(Matrix m, Matrix t, int rows) {
        if (t.rows() != m.columns() || rows > t.columns()) throw misfit(m, "turned into", t);
    }

    private static void requireRows(Matrix m, int rows) {
        if (rows < 0 || rows > m.rows())
            throw new IllegalArgumentException(rows + " rows of " + m.shape());
    }

    private static IllegalArgumentException misfit(Matrix a, String how, Matrix b) {
        return new IllegalArgumentException(
                a.shape() + " " + how + " " + b.shape() + " does not fit");
    }
}
