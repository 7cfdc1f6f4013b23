package descent.engine.tensor;

/**
 * What a softmax computes on its way, taken once.
 *
 * @param tops the largest output of each example
 * @param logSums one for each example: {@link Kernels#softmax}
 * @param turned outputs x examples, for kernels whose vectors hold an output of many examples
 */
public record SoftmaxSums(float[] tops, float[] logSums, Matrix turned) {
    private static final int WIDEST = 16;

    /** With room for whole vectors, whatever the number of examples. */
    public static SoftmaxSums of(int examples, int outputs) {
        int room = (examples + WIDEST - 1) / WIDEST * WIDEST;
        return new SoftmaxSums(new float[room], new float[room], Matrix.zeros(outputs, room));
    }
}
