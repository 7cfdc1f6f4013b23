package descent.engine.rule;

/** A compiled rule with its settings; it belongs to one thread, and a step allocates nothing. */
public final class RunningRule {
    private final Program program;
    private final Kernel kernel;
    private final double[] known;
    private final Uniform.Given given;
    private final float[] factors;

    RunningRule(Program program, Kernel kernel, double[] settings) {
        this.program = program;
        this.kernel = kernel;
        known = new double[program.factors().size()];
        given = new Uniform.Given(settings, known);
        factors = new float[known.length];
    }

    /**
     * One step for all weights.
     *
     * @param w weights, changed
     * @param g their gradients, of the same length
     * @param state an array of that length for each name of {@link Rule#state}, changed
     * @param t number of the step, from 1
     */
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        if (g.length < w.length || state.length < program.state().size())
            throw new IllegalArgumentException(
                    "%d weights, %d gradients, %d of %d states"
                            .formatted(w.length, g.length, state.length, program.state().size()));
        given.learningRate = learningRate;
        given.step = t;
        for (int i = 0; i < known.length; i++) {
            known[i] = program.factors().get(i).value(given);
            factors[i] = (float) known[i];
        }
        kernel.update(w, g, state, factors, w.length);
    }
}
