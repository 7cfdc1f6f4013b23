package descent.engine.nn;

import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers from the examples to the outputs, with all their weights. A network belongs to one thread,
 * and allocates nothing once it stands.
 */
public final class Network {
    /** Where numbers go wrong that are finite in all layers. */
    public static final String LOSS = "loss";

    private final Layer[] layers;
    private final Parameters parameters;
    private final Boundary input;
    private final Boundary output;
    private final Pass pass = new Pass();

    /**
     * @param inputs the features of an example
     * @param outputs the units of the output layer
     * @param capacity the most examples in one pass
     * @param initial what the initial weights are drawn from
     * @param dropout what dropout draws from
     */
    public Network(
            NetworkSpec spec,
            int inputs,
            int outputs,
            int capacity,
            Kernels kernels,
            RandomStream initial,
            RandomStream dropout) {
        var shapes = NetworkShape.of(spec, inputs, outputs);
        parameters = new Parameters(Math.toIntExact(shapes.paddedParameters()));
        var builder = new NetworkBuilder(kernels, parameters, capacity, initial, dropout);
        var list = new ArrayList<Layer>();
        input = builder.input(inputs);
        output =
                builder.output(
                        spec.output(), outputs, builder.chain(spec.layers(), input, list), list);
        layers = list.toArray(Layer[]::new);
    }

    /**
     * The outputs for the first rows, as training computes them: examples x outputs.
     *
     * @param examples examples x features
     * @param step the number of the training step, from 0
     */
    public Matrix train(Matrix examples, int rows, long step) {
        pass.training = true;
        pass.step = step;
        return forward(examples, rows);
    }

    /** The outputs for the first rows, as the finished network computes them. */
    public Matrix evaluate(Matrix examples, int rows) {
        pass.training = false;
        return forward(examples, rows);
    }

    private Matrix forward(Matrix examples, int rows) {
        if (examples.columns() != input.units() || rows > output.values().rows())
            throw new IllegalArgumentException(
                    rows
                            + " x "
                            + examples.columns()
                            + " examples do not fit a network of "
                            + output.values().rows()
                            + " x "
                            + input.units());
        input.hold(examples);
        pass.rows = rows;
        for (var layer : layers) layer.forward(pass);
        return output.values();
    }

    /** Where the gradient of the loss by the outputs is put before {@link #backward}. */
    public Matrix outputGradient() {
        return layers[layers.length - 1].outputGradient();
    }

    /** All parameters' gradients, for the examples of the last {@link #train}. */
    public void backward() {
        for (int i = layers.length - 1; i >= 0; i--) layers[i].backward(pass);
    }

    /**
     * The name of the first layer, from the input on, with a parameter, or an output in the last
     * pass, that is not finite; {@link #LOSS} if there is none.
     */
    public String firstNotFinite() {
        for (var layer : layers()) {
            boolean sound = layer.output().rows(0, pass.rows).isFinite();
            for (var p : parameters.all())
                if (p.layer().equals(layer.name())) sound &= p.value().isFinite();
            if (!sound) return layer.name();
        }
        return LOSS;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** From the input on; those within residual blocks before the block. */
    public List<Layer> layers() {
        var all = new ArrayList<Layer>();
        for (var layer : layers) {
            if (layer instanceof ResidualLayer block) all.addAll(block.layers());
            all.add(layer);
        }
        return all;
    }
}
