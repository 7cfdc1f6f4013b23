package descent.engine.nn;

import java.util.List;

/** y = x + F(x). Backwards dx = dy + what comes back through F. */
final class ResidualLayer extends Layer {
    private final Layer[] layers;
    private final Boundary start;
    private final Boundary end;

    /**
     * @param layers of F; none where F is the identity
     * @param start of F: the values of x, with a gradient of its own
     * @param end of F
     */
    ResidualLayer(
            String name,
            Boundary in,
            Boundary out,
            List<Layer> layers,
            Boundary start,
            Boundary end) {
        super(name, in, out);
        this.layers = layers.toArray(Layer[]::new);
        this.start = start;
        this.end = end;
    }

    @Override
    void forward(Pass pass) {
        var x = in.values();
        start.hold(x);
        for (var layer : layers) layer.forward(pass);
        var f = end.values();
        var y = out.values();
        int n = pass.rows * x.stride();
        for (int i = 0; i < n; i++)
            y.data()[i] = x.data()[x.offset() + i] + f.data()[f.offset() + i];
    }

    @Override
    void backward(Pass pass) {
        var dy = outputGradient();
        int n = pass.rows * dy.stride();
        var df = end.gradient();
        if (df == null) return;
        System.arraycopy(dy.data(), 0, df.data(), 0, n);
        for (int i = layers.length - 1; i >= 0; i--) layers[i].backward(pass);
        var dx = in.gradient();
        var back = start.gradient();
        if (dx == null || back == null) return;
        for (int i = 0; i < n; i++) dx.data()[i] = dy.data()[i] + back.data()[i];
    }

    /** Those of F. */
    public List<Layer> layers() {
        return List.of(layers);
    }
}
