package descent.engine.diagnostics;

/**
 * How good a network is on a set of examples.
 *
 * @param loss without penalties
 * @param accuracy the share of right classes; NaN where a number is predicted
 */
public record Evaluation(double loss, double accuracy) {}
