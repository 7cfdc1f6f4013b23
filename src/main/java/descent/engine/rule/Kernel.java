package descent.engine.rule;

/** A rule as a loop over all weights. */
interface Kernel {
    /**
     * @param w weights, changed
     * @param g their gradients
     * @param state the rule's own arrays, changed
     * @param factors what is the same for all weights
     */
    void update(float[] w, float[] g, float[][] state, float[] factors, int count);
}
