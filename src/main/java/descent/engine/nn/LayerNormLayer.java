package descent.engine.nn;

import descent.engine.tensor.Matrix;
import java.util.Arrays;

/**
 * y = gain·h + shift with h = (x - mean) / sqrt(variance + epsilon), mean and (biased) variance
 * over the features of each example, in training and evaluation alike. Backwards, with g = dy·gain
 * and means over the features:
 *
 * <pre>
 * dx = (g - mean(g) - h mean(g h)) / sqrt(variance + epsilon)
 * </pre>
 */
final class LayerNormLayer extends Layer {
    private final float epsilon;
    private final Parameter gain;
    private final Parameter shift;
    private final Matrix normalized;
    private final float[] inverseDeviation;

    LayerNormLayer(
            String name, Boundary in, Boundary out, LayerSpec.LayerNorm spec, Workspace workspace) {
        super(name, in, out);
        epsilon = (float) spec.epsilon();
        gain = workspace.gain(name, in.units());
        shift = workspace.parameter(name, Parameter.Role.SHIFT, 1, in.units());
        normalized = Matrix.zeros(out.values().rows(), in.units());
        inverseDeviation = new float[out.values().rows()];
    }

    @Override
    void forward(Pass pass) {
        var x = in.values();
        int units = x.columns();
        for (int b = 0; b < pass.rows; b++) {
            float sum = 0;
            for (int j = 0; j < units; j++) sum += x.get(b, j);
            float mean = sum / units;
            float squares = 0;
            for (int j = 0; j < units; j++) {
                float d = x.get(b, j) - mean;
                squares += d * d;
            }
            float inverse = 1 / (float) Math.sqrt(squares / units + epsilon);
            inverseDeviation[b] = inverse;
            for (int j = 0; j < units; j++) {
                float h = (x.get(b, j) - mean) * inverse;
                normalized.set(b, j, h);
                out.values().set(b, j, h * gain.value().get(0, j) + shift.value().get(0, j));
            }
        }
    }

    @Override
    void backward(Pass pass) {
        var dy = outputGradient();
        sumGradients(dy, pass.rows);
        var dx = in.gradient();
        if (dx == null) return;
        int units = dx.columns();
        for (int b = 0; b < pass.rows; b++) {
            float sum = 0;
            float products = 0;
            for (int j = 0; j < units; j++) {
                float g = dy.get(b, j) * gain.value().get(0, j);
                sum += g;
                products += g * normalized.get(b, j);
            }
            float mean = sum / units;
            float meanProduct = products / units;
            for (int j = 0; j < units; j++) {
                float g = dy.get(b, j) * gain.value().get(0, j);
                float centred = g - mean - normalized.get(b, j) * meanProduct;
                dx.set(b, j, centred * inverseDeviation[b]);
            }
        }
    }

    private void sumGradients(Matrix dy, int rows) {
        var dGain = gain.gradient();
        var dShift = shift.gradient();
        Arrays.fill(dGain.data(), dGain.offset(), dGain.offset() + dGain.columns(), 0);
        Arrays.fill(dShift.data(), dShift.offset(), dShift.offset() + dShift.columns(), 0);
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < dy.columns(); j++) {
                dShift.set(0, j, dShift.get(0, j) + dy.get(b, j));
                dGain.set(0, j, dGain.get(0, j) + dy.get(b, j) * normalized.get(b, j));
            }
    }
}
