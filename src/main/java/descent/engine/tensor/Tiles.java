package descent.engine.tensor;

/**
 * The matrix product in tiles: some rows by some vectors of outputs stay in registers while the
 * summation index runs upwards, so no sum ever crosses a lane.
 *
 * <p>Implementations are templates: {@link Lanes#define} makes one class of each for each vector
 * width, and one where a is turned: a(i,k) stands in its row k, column i.
 */
interface Tiles {
    /** Columns of outputs that are computed at once. */
    int width();

    /**
     * For i below rows and j' from j on, as many as the {@link #width}: c(i,j') = init(i,j') + sum
     * of a(i,k) b(k,j') over k from {@code from} to before {@code to}, upwards.
     *
     * @param init one row for all, or a row for each of c; may be c
     */
    void multiply(Matrix a, Matrix b, Matrix init, Matrix c, int rows, int j, int from, int to);

    /** From a row of initial values to the next. */
    static int rowStep(Matrix init) {
        return init.rows() == 1 ? 0 : init.stride();
    }

    /** Where the initial values of row i begin. */
    static int start(Matrix init, int i) {
        return init.offset() + i * rowStep(init);
    }
}
