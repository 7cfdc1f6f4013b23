package descent.engine.training;

import descent.engine.loss.Loss;
import descent.engine.loss.LossBuffers;
import descent.engine.loss.Targets;
import descent.engine.nn.Network;
import descent.engine.optimizer.Clipping;
import descent.engine.optimizer.Optimizer;
import descent.engine.regularization.Regularizer;
import descent.engine.tensor.Matrix;
import java.util.function.DoubleSupplier;

/**
 * One step: forward, loss, backward, the penalty's gradient, clipping, decay, update, limit. It
 * allocates nothing.
 */
final class TrainingStep {
    private final Network network;
    private final Loss loss;
    private final LossBuffers buffers;
    private final Optimizer.Update optimizer;
    private final float[][] state;
    private final Clipping clipping;
    private final Regularizer regularizer;
    private final float[] weights;
    private final float[] gradients;
    private final DoubleSupplier norm;

    TrainingStep(
            Network network,
            Loss loss,
            LossBuffers buffers,
            Optimizer optimizer,
            Clipping clipping,
            Regularizer regularizer) {
        this.network = network;
        this.loss = loss;
        this.buffers = buffers;
        this.optimizer = optimizer.start();
        this.clipping = clipping;
        this.regularizer = regularizer;
        weights = network.parameters().values();
        gradients = network.parameters().gradients();
        norm = network.parameters()::gradientNorm;
        state = new float[optimizer.state().size()][weights.length];
    }

    /**
     * The gradients of the mean loss over a batch, penalties included.
     *
     * @return that loss, without penalties
     */
    double gradients(Matrix examples, Targets targets, long step) {
        int rows = examples.rows();
        var outputs = network.train(examples, rows, step);
        double sum = loss.sum(outputs, targets, rows, network.outputGradient(), buffers);
        network.backward();
        regularizer.addGradients();
        return sum / rows;
    }

    /** Changes the weights by the gradients. */
    void update(double learningRate, long step) {
        clipping.clip(gradients, norm);
        regularizer.decay(learningRate);
        optimizer.update(weights, gradients, state, learningRate, step + 1);
        regularizer.limit();
    }
}
