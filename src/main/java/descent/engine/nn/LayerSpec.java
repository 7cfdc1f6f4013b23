package descent.engine.nn;

import descent.engine.Bounds;
import descent.engine.Items;
import descent.engine.Or;
import descent.engine.OutOfBounds;
import descent.engine.Range;
import java.util.List;

/** What a layer is, before it has weights. */
public sealed interface LayerSpec {
    /** The numbers that come out for each example when so many go in. */
    int outputs(int inputs);

    /**
     * y = f(x·W + b): every unit sees every input.
     *
     * @param activation f
     * @param initializer of W; b starts at {@code initialBias}
     */
    record Dense(
            @Range(min = 1, max = 4096) int units,
            @Or("relu") descent.engine.tensor.Activation activation,
            @Or("auto") Initializer initializer,
            @Range(min = -10, max = 10) @Or("0") double initialBias)
            implements LayerSpec {
        public Dense {
            Bounds.check(Dense.class, units, activation, initializer, initialBias);
            refuseSoftmax("activation", activation);
        }

        @Override
        public int outputs(int inputs) {
            return units;
        }
    }

    /** y = f(x), for networks that have something between a dense layer and its activation. */
    record Activation(descent.engine.tensor.Activation function) implements LayerSpec {
        public Activation {
            refuseSoftmax("function", function);
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /**
     * Inverted dropout (Srivastava et al. 2014): in training each number is zero with probability
     * {@code rate}, else divided by 1 - rate; in evaluation nothing happens.
     */
    record Dropout(@Range(min = 0, max = 0.95) @Or("0.5") double rate) implements LayerSpec {
        public Dropout {
            Bounds.check(Dropout.class, rate);
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /**
     * Batch normalisation (Ioffe and Szegedy 2015): y = gain (x - mean) / sqrt(variance + epsilon)
     * + shift, by feature over the batch; in evaluation over running averages.
     *
     * @param momentum the share of the newest batch in the running averages (PyTorch's convention)
     */
    record BatchNorm(
            @Range(min = 0.001, max = 1) @Or("0.1") double momentum,
            @Range(min = 1e-8, max = 0.1) @Or("1e-5") double epsilon)
            implements LayerSpec {
        public BatchNorm {
            Bounds.check(BatchNorm.class, momentum, epsilon);
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /**
     * Layer normalisation (Ba et al. 2016): y = gain (x - mean) / sqrt(variance + epsilon) + shift,
     * by example over its features.
     */
    record LayerNorm(@Range(min = 1e-8, max = 0.1) @Or("1e-5") double epsilon)
            implements LayerSpec {
        public LayerNorm {
            Bounds.check(LayerNorm.class, epsilon);
        }

        @Override
        public int outputs(int inputs) {
            return inputs;
        }
    }

    /** y = x + F(x), F being the layers within (He et al. 2016); they keep the number of units. */
    record Residual(@Items(min = 1, max = 8) List<LayerSpec> layers) implements LayerSpec {
        public Residual {
            layers = List.copyOf(layers);
            Bounds.check(Residual.class, layers);
            for (var layer : layers)
                if (layer instanceof Residual)
                    throw new OutOfBounds("layers", "without a residual block within", "one");
        }

        /**
         * @throws OutOfBounds where F does not give back as many numbers as it gets
         */
        @Override
        public int outputs(int inputs) {
            int outputs = inputs;
            for (var layer : layers) outputs = layer.outputs(outputs);
            if (outputs != inputs)
                throw new OutOfBounds(
                        "layers",
                        "of " + inputs + " units at their end, as at their start, for y = x + F(x)",
                        outputs);
            return outputs;
        }
    }

    private static void refuseSoftmax(String field, descent.engine.tensor.Activation function) {
        if (function == descent.engine.tensor.Activation.SOFTMAX)
            throw new OutOfBounds(field, "an activation by element within a network", "softmax");
    }
}
