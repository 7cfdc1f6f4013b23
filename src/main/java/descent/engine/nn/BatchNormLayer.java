package descent.engine.nn;

import descent.engine.tensor.Matrix;
import java.util.Arrays;

/**
 * y = gain·h + shift with h = (x - mean) / sqrt(variance + epsilon), by feature.
 *
 * <p>In training mean and (biased) variance are the batch's, and the running averages move towards
 * them: r = (1 - momentum) r + momentum·batch, the variance's with the unbiased one, as PyTorch has
 * it. In evaluation the averages are used. Backwards, with g = dy·gain and means over the batch:
 *
 * <pre>
 * dx = (g - mean(g) - h mean(g h)) / sqrt(variance + epsilon)
 * </pre>
 */
final class BatchNormLayer extends Layer {
    private final float momentum;
    private final float epsilon;
    private final Parameter gain;
    private final Parameter shift;
    private final Matrix normalized;
    private final float[] inverseDeviation;
    private final float[] mean;
    private final float[] meanProduct;
    private final float[] runningMean;
    private final float[] runningVariance;

    BatchNormLayer(
            String name, Boundary in, Boundary out, LayerSpec.BatchNorm spec, Workspace workspace) {
        super(name, in, out);
        momentum = (float) spec.momentum();
        epsilon = (float) spec.epsilon();
        gain = workspace.gain(name, in.units());
        shift = workspace.parameter(name, Parameter.Role.SHIFT, 1, in.units());
        normalized = Matrix.zeros(out.values().rows(), in.units());
        inverseDeviation = new float[in.units()];
        mean = new float[in.units()];
        meanProduct = new float[in.units()];
        runningMean = new float[in.units()];
        runningVariance = new float[in.units()];
        Arrays.fill(runningVariance, 1);
    }

    @Override
    void forward(Pass pass) {
        if (pass.training) measure(pass.rows);
        else
            for (int j = 0; j < in.units(); j++) {
                mean[j] = runningMean[j];
                inverseDeviation[j] = inverseRoot(runningVariance[j]);
            }
        var x = in.values();
        var y = out.values();
        for (int b = 0; b < pass.rows; b++)
            for (int j = 0; j < x.columns(); j++) {
                float h = (x.get(b, j) - mean[j]) * inverseDeviation[j];
                normalized.set(b, j, h);
                y.set(b, j, h * gain.value().get(0, j) + shift.value().get(0, j));
            }
    }

    private void measure(int rows) {
        var x = in.values();
        Arrays.fill(mean, 0);
        for (int b = 0; b < rows; b++) for (int j = 0; j < mean.length; j++) mean[j] += x.get(b, j);
        for (int j = 0; j < mean.length; j++) mean[j] /= rows;
        var squares = meanProduct;
        Arrays.fill(squares, 0);
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < mean.length; j++) {
                float d = x.get(b, j) - mean[j];
                squares[j] += d * d;
            }
        for (int j = 0; j < mean.length; j++) {
            float variance = squares[j] / rows;
            float unbiased = squares[j] / Math.max(1, rows - 1);
            inverseDeviation[j] = inverseRoot(variance);
            runningMean[j] += momentum * (mean[j] - runningMean[j]);
            runningVariance[j] += momentum * (unbiased - runningVariance[j]);
        }
    }

    private float inverseRoot(float variance) {
        return 1 / (float) Math.sqrt(variance + epsilon);
    }

    @Override
    void backward(Pass pass) {
        var dy = outputGradient();
        sumGradients(dy, pass.rows);
        var dx = in.gradient();
        if (dx == null) return;
        for (int b = 0; b < pass.rows; b++)
            for (int j = 0; j < mean.length; j++) {
                float centred = dy.get(b, j) - mean[j] - normalized.get(b, j) * meanProduct[j];
                dx.set(b, j, centred * (gain.value().get(0, j) * inverseDeviation[j]));
            }
    }

    /** The parameters' gradients, and their means, which dx needs. */
    private void sumGradients(Matrix dy, int rows) {
        Arrays.fill(mean, 0);
        Arrays.fill(meanProduct, 0);
        for (int b = 0; b < rows; b++)
            for (int j = 0; j < mean.length; j++) {
                mean[j] += dy.get(b, j);
                meanProduct[j] += dy.get(b, j) * normalized.get(b, j);
            }
        for (int j = 0; j < mean.length; j++) {
            shift.gradient().set(0, j, mean[j]);
            gain.gradient().set(0, j, meanProduct[j]);
            mean[j] /= rows;
            meanProduct[j] /= rows;
        }
    }
}
