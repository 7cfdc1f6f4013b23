package descent.engine.regularization;

import descent.engine.nn.Parameter;
import descent.engine.nn.Parameters;
import descent.engine.optimizer.Decay;
import descent.engine.tensor.Matrix;
import java.util.Arrays;

/** {@link Regularization} at work on a network's parameters. */
public final class Regularizer {
    private final Regularization settings;
    // Arrays: to go through a list would allocate an iterator at every step.
    private final Parameter[] penalized;
    private final Parameter[] weights;
    private final double[] squares;

    public Regularizer(Regularization settings, Parameters parameters) {
        this.settings = settings;
        penalized =
                parameters.all().stream()
                        .filter(p -> settings.biases() || p.isWeights())
                        .toArray(Parameter[]::new);
        weights = parameters.all().stream().filter(Parameter::isWeights).toArray(Parameter[]::new);
        squares =
                new double
                        [Arrays.stream(weights).mapToInt(p -> p.value().columns()).max().orElse(0)];
    }

    /** What is added to the loss: l1·Σ|w| + ½ l2·Σw². */
    public double penalty() {
        double absolute = 0;
        double square = 0;
        for (var p : penalized) {
            var w = p.value();
            for (int i = 0; i < w.rows(); i++)
                for (int j = 0; j < w.columns(); j++) {
                    double x = w.get(i, j);
                    absolute += Math.abs(x);
                    square += x * x;
                }
        }
        return settings.l1() * absolute + 0.5 * settings.l2() * square;
    }

    /** Adds the penalty's gradient: l1·sign(w) + l2·w. */
    public void addGradients() {
        float l1 = (float) settings.l1();
        float l2 = (float) settings.l2();
        if (l1 == 0 && l2 == 0) return;
        for (var p : penalized) {
            var w = p.value();
            int end = w.offset() + w.rows() * w.stride();
            add(w.data(), p.gradient().data(), w.offset(), end, l1, l2);
        }
    }

    private static void add(float[] w, float[] g, int from, int to, float l1, float l2) {
        for (int i = from; i < to; i++) g[i] += l2 * w[i] + l1 * Math.signum(w[i]);
    }

    /** Before the step: the decoupled decay. */
    public void decay(double learningRate) {
        if (settings.weightDecay() == 0) return;
        float factor = Decay.factor(learningRate, settings.weightDecay());
        for (var p : penalized) {
            var w = p.value();
            int end = w.offset() + w.rows() * w.stride();
            for (int i = w.offset(); i < end; i++) w.data()[i] *= factor;
        }
    }

    /** After the step: scales the weights into each unit back to the largest norm they may have. */
    public void limit() {
        double most = settings.maxNorm();
        if (most == 0) return;
        for (var p : weights) {
            var w = p.value();
            sumSquares(w);
            for (int j = 0; j < w.columns(); j++) {
                double norm = Math.sqrt(squares[j]);
                if (norm > most) scale(w, j, (float) (most / norm));
            }
        }
    }

    private void sumSquares(Matrix w) {
        Arrays.fill(squares, 0);
        for (int i = 0; i < w.rows(); i++)
            for (int j = 0; j < w.columns(); j++) squares[j] += (double) w.get(i, j) * w.get(i, j);
    }

    private static void scale(Matrix w, int column, float factor) {
        for (int i = 0; i < w.rows(); i++) w.set(i, column, w.get(i, column) * factor);
    }
}
