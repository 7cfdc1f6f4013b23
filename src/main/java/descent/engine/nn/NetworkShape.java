package descent.engine.nn;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Matrix;
import java.util.List;

/**
 * The sizes of a network, known before it stands.
 *
 * @param parameters trainable numbers
 * @param paddedParameters the same with padding: the length of the arrays of values and gradients
 * @param forward multiply-adds of one example's way through the dense layers
 * @param backward multiply-adds of its way back: as many for the weights' gradients, and again for
 *     the inputs', which the first layer does not need
 * @param numbersPerExample float32 numbers that the layers keep for each example of a batch
 * @param fixedNumbers float32 numbers that they keep besides: transposed weights, running averages
 * @param initial multiply-adds of drawing the initial weights, where that is more than drawing
 * @param layers trainable layers, output included
 */
public record NetworkShape(
        long parameters,
        long paddedParameters,
        long forward,
        long backward,
        long numbersPerExample,
        long fixedNumbers,
        long initial,
        int layers) {

    /**
     * @throws descent.engine.OutOfBounds where a residual block's ends do not fit
     */
    public static NetworkShape of(NetworkSpec spec, int inputs, int outputs) {
        var walk = new Walk(inputs);
        spec.layers().forEach(walk::add);
        walk.dense(outputs, spec.output().initializer());
        if (spec.output().activation() == Activation.SOFTMAX) walk.softmax();
        else walk.activation(spec.output().activation());
        return walk.shape();
    }

    /** Repeats what {@link NetworkBuilder} does, in numbers alone; a test compares them. */
    private static final class Walk {
        private int units;
        private boolean learns;
        private boolean overwritable;
        private long parameters;
        private long padded;
        private long forward;
        private long backward;
        private long perExample;
        private long fixed;
        private long initial;
        private int layers;

        Walk(int inputs) {
            units = inputs;
        }

        void add(LayerSpec spec) {
            switch (spec) {
                case LayerSpec.Dense dense -> {
                    dense(dense.units(), dense.initializer());
                    activation(dense.activation());
                }
                case LayerSpec.Activation(var function) -> activation(function);
                case LayerSpec.Dropout _ -> {
                    perExample += Matrix.stride(units);
                    inPlace();
                }
                case LayerSpec.BatchNorm _ -> {
                    normalization();
                    fixed += 5L * units;
                }
                case LayerSpec.LayerNorm _ -> {
                    normalization();
                    perExample++;
                }
                case LayerSpec.Residual residual -> residual(residual);
            }
        }

        void dense(int outputs, Initializer initializer) {
            long weights = (long) units * outputs;
            parameters += weights + outputs;
            padded += Parameters.size(units, outputs) + Parameters.size(1, outputs);
            forward += weights;
            backward += learns ? 2 * weights : weights;
            if (learns) fixed += Parameters.size(outputs, units);
            if (initializer instanceof Initializer.Orthogonal)
                initial += 2 * weights * Math.min(units, outputs);
            units = outputs;
            learns = true;
            newValues();
            layers++;
        }

        void activation(Activation function) {
            if (function == Activation.IDENTITY) return;
            if (function.needsInput()) perExample += Matrix.stride(units);
            else inPlace();
            overwritable = false;
        }

        void softmax() {
            perExample += 2 + units;
        }

        private void normalization() {
            parameters += 2L * units;
            padded += 2 * Parameters.size(1, units);
            perExample += Matrix.stride(units);
            learns = true;
            newValues();
            layers++;
        }

        private void residual(LayerSpec.Residual residual) {
            residual.outputs(units);
            if (learns) perExample += Matrix.stride(units);
            overwritable = false;
            List<LayerSpec> within = residual.layers();
            within.forEach(this::add);
            learns = true;
            newValues();
        }

        /** Values and their gradient. */
        private void newValues() {
            perExample += 2L * Matrix.stride(units);
            overwritable = true;
        }

        private void inPlace() {
            if (!overwritable) perExample += Matrix.stride(units);
            overwritable = true;
        }

        NetworkShape shape() {
            return new NetworkShape(
                    parameters, padded, forward, backward, perExample, fixed, initial, layers);
        }
    }
}
