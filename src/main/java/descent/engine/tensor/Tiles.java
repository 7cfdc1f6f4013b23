package descent.engine.tensor;

/** The matrix product over parts of flat arrays. */
interface Tiles {
    /**
     * For i below rows and j below width: c(i,j) = init(i,j) + sum over k below depth of a(i,k)
     * b(k,j), k upwards, where
     *
     * <pre>
     * a(i,k) = a[a0 + i * aRow + k * aStep]      so a matrix or its transpose
     * b(k,j) = b[b0 + k * bRow + j]
     * init(i,j) = init[i0 + i * iRow + j]        so a bias (iRow 0), zeros, or c itself
     * c(i,j) = c[c0 + i * cRow + j]
     * </pre>
     *
     * @param width a multiple of the vector's length
     */
    void multiply(
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
            int width);
}
