package descent.engine.diagnostics;

/**
 * A network's answers over the plane of its data.
 *
 * @param columns cells from left to right
 * @param rows cells from bottom to top; 1 where the data has one input
 * @param left the smallest first input; cells are asked at their centres
 * @param values row by row from the bottom, in each from the left: of one output its value (after
 *     sigmoid, where the loss computes it), of several the number of the largest
 * @param certainty of several outputs the largest (after softmax, where the loss computes it);
 *     empty of one
 */
public record Surface(
        int columns,
        int rows,
        double left,
        double right,
        double bottom,
        double top,
        float[] values,
        float[] certainty) {}
