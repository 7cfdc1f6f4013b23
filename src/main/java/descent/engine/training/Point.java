package descent.engine.training;

/**
 * What a run recorded after so many steps. The same for the same spec, to the last bit.
 *
 * @param step steps done so far
 * @param epoch the same in epochs
 * @param values in the order of {@link RunHeader#figures}; NaN where a figure has no value yet
 */
public record Point(long step, double epoch, double[] values) {}
