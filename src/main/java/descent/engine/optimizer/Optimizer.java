package descent.engine.optimizer;

import java.util.List;

/**
 * An update rule with its settings: from the gradient g of a weight w, the arrays of its own state
 * and the number of the step t = 1, 2, …, the new weight. All state starts at 0.
 *
 * <p>The arithmetic by element is float32 without fused multiply-add, in the order {@link #rule}
 * says; factors that are the same for all elements are computed in double and rounded once. So the
 * loop here and the rule's text, compiled, give the same bits.
 */
public sealed interface Optimizer
        permits Sgd,
                Momentum,
                Nesterov,
                Adagrad,
                Adadelta,
                RmsProp,
                Adam,
                AmsGrad,
                AdamW,
                Nadam,
                Lion,
                Custom {
    /** Before any schedule. */
    double learningRate();

    /** The names of the state arrays, each as long as the weights. */
    List<String> state();

    /** The rule in the language of {@code engine.rule}. */
    String rule();

    /**
     * One step for all weights.
     *
     * @param w weights, changed
     * @param g their gradients, used up
     * @param state an array for each name of {@link #state}, changed
     * @param learningRate of this step, after any schedule
     * @param t number of this step, from 1
     */
    void update(float[] w, float[] g, float[][] state, double learningRate, long t);

    /** Ready for the steps of one run, on one thread. */
    default Update start() {
        return this::update;
    }

    /** {@link Optimizer#update}, with whatever needs to be done but once already done. */
    @FunctionalInterface
    interface Update {
        void update(float[] w, float[] g, float[][] state, double learningRate, long t);
    }

    /** What a step costs for each weight, in additions or so. */
    default int operations() {
        return Custom.like(this).operations();
    }
}
