package descent.engine.loss;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * How far outputs o are from targets t: a mean over the examples and, where not said otherwise,
 * over the outputs of each (PyTorch's reduction "mean"). The gradient is of that mean.
 */
public sealed interface Loss
        permits MeanSquaredError,
                MeanAbsoluteError,
                Huber,
                Hinge,
                BinaryCrossEntropy,
                SoftmaxCrossEntropy {
    /**
     * The loss of the first rows, summed over them in order, in double.
     *
     * @param outputs examples x outputs, before {@link #fused()} where that is not identity
     * @param gradient gets the gradient of the mean over these rows by the outputs; none where only
     *     the value is wanted
     */
    double sum(
            Matrix outputs,
            Targets targets,
            int rows,
            @Nullable Matrix gradient,
            LossBuffers buffers);

    /** The output activation that this loss computes itself, because together they are stable. */
    default Activation fused() {
        return Activation.IDENTITY;
    }

    /** Whether this loss is only for telling classes apart. */
    default boolean forClasses() {
        return false;
    }

    /** Whether there is one output for each class, and labels say which is right. */
    default boolean outputForEachClass() {
        return false;
    }
}
