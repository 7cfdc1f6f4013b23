package descent.engine.nn;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Kernels;

/** y = f(x) by element; the gradient by y becomes the one by x in place. */
public final class ActivationLayer extends Layer {
    private final Activation function;
    private final Kernels kernels;

    ActivationLayer(String name, Boundary in, Boundary out, Activation function, Kernels kernels) {
        super(name, in, out);
        this.function = function;
        this.kernels = kernels;
    }

    public Activation function() {
        return function;
    }

    @Override
    void forward(Pass pass) {
        kernels.forward(function, in.values(), out.values(), pass.rows);
    }

    @Override
    void backward(Pass pass) {
        var dy = out.gradient();
        if (dy != null) kernels.backward(function, in.values(), out.values(), dy, pass.rows);
    }
}
