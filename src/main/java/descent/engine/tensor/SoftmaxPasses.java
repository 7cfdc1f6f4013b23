package descent.engine.tensor;

/** The parts of a softmax that are not curves; a template, as {@link Tiles} are. */
interface SoftmaxPasses {
    /**
     * The largest of each example's outputs is put into tops, and taken from all of them.
     *
     * @param t outputs x examples, the first of which count
     */
    void shift(Matrix t, float[] tops, int examples);

    /** Each example's numbers are divided by their sum, which is put into sums. */
    void divide(Matrix t, float[] sums, int examples);
}
