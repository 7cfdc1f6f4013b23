package descent.engine.tensor;

/**
 * An {@link Activation} over runs of elements in flat arrays. It works in whole vectors: arrays
 * reach up to the next multiple of 16 after their last element.
 */
interface Curve {
    /** y[y0 + i] = f(x[x0 + i]) for i below n; y may be x. */
    void forward(float[] x, int x0, float[] y, int y0, int n);

    /** dy[d0 + i] becomes dy[d0 + i] f'(x[x0 + i]) for i below n, where y[y0 + i] is f of it. */
    void backward(float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n);
}
