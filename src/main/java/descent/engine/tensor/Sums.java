package descent.engine.tensor;

/** Sums of a matrix's columns; a template, as {@link Tiles} are. */
interface Sums {
    /** sums(0,n) = sum over the first rows b of m(b,n), upwards. */
    void columns(Matrix m, Matrix sums, int rows);
}
