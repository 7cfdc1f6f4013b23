package descent.engine.tensor;

/**
 * Functions over runs of elements in flat arrays. They work in whole vectors: arrays reach up to
 * the next multiple of 16 after their last element.
 */
interface Elements {
    /** y[y0 + i] = f(x[x0 + i]) for i below n; y may be x. */
    void forward(Activation f, float[] x, int x0, float[] y, int y0, int n);

    /** dy[d0 + i] becomes dy[d0 + i] f'(x[x0 + i]) for i below n, where y[y0 + i] is f of it. */
    void backward(Activation f, float[] x, int x0, float[] y, int y0, float[] dy, int d0, int n);

    /** y[i] = exp(x[i]) for x[i] at most 0; y may be x. */
    void expNear(float[] x, float[] y, int n);

    /** y[i] = log(x[i]); y may be x. */
    void log(float[] x, float[] y, int n);
}
