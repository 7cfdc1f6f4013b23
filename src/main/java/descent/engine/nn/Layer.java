package descent.engine.nn;

import descent.engine.tensor.Matrix;
import java.util.Objects;

/**
 * A layer at work: it reads its input, writes its output, and on the way back turns the gradient by
 * its output into those by its input and its parameters. All arrays are its own from the start.
 */
public abstract sealed class Layer
        permits DenseLayer,
                ActivationLayer,
                DropoutLayer,
                BatchNormLayer,
                LayerNormLayer,
                SoftmaxLayer,
                ResidualLayer {
    private final String name;
    final Boundary in;
    final Boundary out;

    Layer(String name, Boundary in, Boundary out) {
        this.name = name;
        this.in = in;
        this.out = out;
    }

    /** output = f(input), for the rows of the pass. */
    abstract void forward(Pass pass);

    /** Gradients by input and parameters, from the one by output; after {@link #forward}. */
    abstract void backward(Pass pass);

    /** As figures name it: dense1, batchNorm1, output. */
    public final String name() {
        return name;
    }

    /** Of the last forward pass. */
    public final Matrix output() {
        return out.values();
    }

    /** The gradient by the output, where something before it learns. */
    final Matrix outputGradient() {
        return Objects.requireNonNull(out.gradient(), name);
    }
}
