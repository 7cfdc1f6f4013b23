package descent.engine.nn;

import descent.engine.tensor.Matrix;
import descent.engine.tensor.RandomStream;

/**
 * In training y = x·m with m = 0 or 1/(1 - rate), drawn anew by (seed, layer, step, place); in
 * evaluation y = x.
 */
final class DropoutLayer extends Layer {
    private final double rate;
    private final RandomStream random;
    private final RandomStream numbers;
    private final float[] mask;

    DropoutLayer(String name, Boundary in, Boundary out, double rate, RandomStream random) {
        super(name, in, out);
        this.rate = rate;
        this.random = random;
        numbers = random.part(0);
        mask = new float[out.values().data().length];
    }

    @Override
    void forward(Pass pass) {
        var x = in.values();
        var y = out.values();
        int n = pass.rows * x.stride();
        if (!pass.training) {
            if (x != y) System.arraycopy(x.data(), x.offset(), y.data(), 0, n);
            return;
        }
        draw(x, pass);
        for (int i = 0; i < n; i++) y.data()[i] = x.data()[x.offset() + i] * mask[i];
    }

    private void draw(Matrix x, Pass pass) {
        numbers.becomePart(pass.step, random);
        long threshold = (long) (rate * 0x1p32);
        float kept = (float) (1 / (1 - rate));
        for (int b = 0; b < pass.rows; b++)
            for (int j = 0; j < x.columns(); j++) {
                long i = (long) b * x.columns() + j;
                mask[b * x.stride() + j] = numbers.bits(i) >>> 32 < threshold ? 0 : kept;
            }
    }

    @Override
    void backward(Pass pass) {
        var dy = out.gradient();
        if (dy == null) return;
        int n = pass.rows * dy.stride();
        for (int i = 0; i < n; i++) dy.data()[i] *= mask[i];
    }
}
