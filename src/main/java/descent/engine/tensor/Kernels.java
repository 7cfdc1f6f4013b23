package descent.engine.tensor;

import java.util.List;

/**
 * The loops that cost time. Each output is computed by the same operations in the same order in
 * every implementation: a sum runs over its index upwards by fused multiply-add, and a vector holds
 * different outputs, never parts of one sum. So all implementations agree to the last bit.
 */
public interface Kernels {
    /** y = x·w + bias for the first rows: y(b,n) = bias(n) + sum over k of x(b,k) w(k,n). */
    void affine(Matrix x, Matrix w, Matrix bias, Matrix y, int rows);

    /** dx = dy·wT: dx(b,k) = sum over n of dy(b,n) wT(n,k). */
    void product(Matrix dy, Matrix wT, Matrix dx, int rows);

    /** dw = xᵀ·dy: dw(k,n) = sum over the first rows b of x(b,k) dy(b,n). */
    void outerProducts(Matrix x, Matrix dy, Matrix dw, int rows);

    /** sums(0,n) = sum over the first rows b of m(b,n). */
    void columnSums(Matrix m, Matrix sums, int rows);

    /** t(n,k) = m(k,n). */
    void transpose(Matrix m, Matrix t);

    /** y = f(x); y may be x. */
    void forward(Activation f, Matrix x, Matrix y, int rows);

    /** dy becomes dy · f'(x), where y = f(x). */
    void backward(Activation f, Matrix x, Matrix y, Matrix dy, int rows);

    /**
     * p(b,n) = exp(z(b,n) - top[b]) / sum, where top[b] is the largest of z(b,·) and sum that of
     * exp(z(b,·) - top[b]); logSum[b] is its logarithm. p may be z.
     *
     * @param sums where tops and logSums are put
     */
    void softmax(Matrix z, Matrix p, SoftmaxSums sums, int rows);

    /** Row i of the first rows of a batch becomes row order[first + i] of the examples. */
    void takeRows(Matrix examples, int[] order, int first, Matrix batch, int rows);

    /** For the log: which loops these are. */
    String description();

    /** The fastest this machine has. */
    static Kernels best() {
        return BestKernels.INSTANCE;
    }

    /** All that this machine can run, plain loops first: for tests and measurements. */
    static List<Kernels> available() {
        return BestKernels.available();
    }
}
