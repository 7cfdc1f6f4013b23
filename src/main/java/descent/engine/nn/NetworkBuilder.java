package descent.engine.nn;

import descent.engine.tensor.Activation;
import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns settings into layers, from the input on, and gives them names and initial weights. */
final class NetworkBuilder {
    private final Workspace workspace;
    private final RandomStream initial;
    private final RandomStream dropout;
    private int places;
    private int denseLayers;
    private int activations;
    private int dropouts;
    private int batchNorms;
    private int layerNorms;
    private int residuals;

    NetworkBuilder(
            Kernels kernels,
            Parameters parameters,
            int capacity,
            RandomStream initial,
            RandomStream dropout) {
        workspace = new Workspace(kernels, parameters, capacity);
        this.initial = initial;
        this.dropout = dropout;
    }

    /** Examples are not copied: each pass brings its own. */
    Boundary input(int units) {
        return new Boundary(Matrix.zeros(1, units), null, false);
    }

    Boundary chain(List<LayerSpec> specs, Boundary in, List<Layer> layers) {
        for (var spec : specs) in = add(spec, in, layers);
        return in;
    }

    Boundary output(OutputSpec spec, int units, Boundary in, List<Layer> layers) {
        var logits =
                dense(
                        "output",
                        units,
                        spec.activation(),
                        spec.initializer(),
                        spec.initialBias(),
                        in,
                        layers);
        return spec.activation() == Activation.SOFTMAX
                ? softmax(logits, layers)
                : activation("output", spec.activation(), logits, layers);
    }

    private Boundary softmax(Boundary in, List<Layer> layers) {
        layers.add(new SoftmaxLayer("output", in, in, workspace.kernels));
        return in;
    }

    private Boundary add(LayerSpec spec, Boundary in, List<Layer> layers) {
        return switch (spec) {
            case LayerSpec.Dense(int units, var activation, var initializer, double bias) -> {
                var name = "dense" + ++denseLayers;
                var out = dense(name, units, activation, initializer, bias, in, layers);
                yield activation(name, activation, out, layers);
            }
            case LayerSpec.Activation(var function) ->
                    activation("activation" + ++activations, function, in, layers);
            case LayerSpec.Dropout(double rate) -> {
                var out = inPlace(in);
                var numbers = dropout.part(dropouts);
                layers.add(new DropoutLayer("dropout" + ++dropouts, in, out, rate, numbers));
                yield out;
            }
            case LayerSpec.BatchNorm norm -> {
                var out = workspace.boundary(in.units());
                layers.add(
                        new BatchNormLayer("batchNorm" + ++batchNorms, in, out, norm, workspace));
                yield out;
            }
            case LayerSpec.LayerNorm norm -> {
                var out = workspace.boundary(in.units());
                layers.add(
                        new LayerNormLayer("layerNorm" + ++layerNorms, in, out, norm, workspace));
                yield out;
            }
            case LayerSpec.Residual(var inner) -> residual(inner, in, layers);
        };
    }

    private Boundary dense(
            String name,
            int units,
            Activation activation,
            Initializer initializer,
            double bias,
            Boundary in,
            List<Layer> layers) {
        var out = workspace.boundary(units);
        var layer = new DenseLayer(name, in, out, workspace);
        // By place among the dense layers: what stands between them moves nobody's weights.
        initializer.fill(layer.weights(), activation, initial.part(places++));
        for (int j = 0; j < units; j++) layer.bias().set(0, j, (float) bias);
        layers.add(layer);
        return out;
    }

    private Boundary activation(String name, Activation function, Boundary in, List<Layer> layers) {
        if (function == Activation.IDENTITY) return in;
        var out =
                function.needsInput() ? workspace.boundary(in.units(), in.gradient()) : inPlace(in);
        layers.add(new ActivationLayer(name, in, out, function, workspace.kernels));
        // Its derivative is computed from its output, which therefore stays.
        return out.kept();
    }

    private Boundary inPlace(Boundary in) {
        return in.overwritable() ? in : workspace.boundary(in.units(), in.gradient());
    }

    private Boundary residual(List<LayerSpec> inner, Boundary in, List<Layer> layers) {
        @Nullable Matrix gradient = in.gradient() == null ? null : workspace.matrix(in.units());
        var start = new Boundary(in.values(), gradient, false);
        var within = new ArrayList<Layer>();
        var end = chain(inner, start, within);
        var out = workspace.boundary(in.units());
        layers.add(new ResidualLayer("residual" + ++residuals, in, out, within, start, end));
        return out;
    }
}
