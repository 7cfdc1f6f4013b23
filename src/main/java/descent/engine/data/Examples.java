package descent.engine.data;

/**
 * Examples as they were drawn or read, before features and standardisation.
 *
 * @param inputs a row for each example
 * @param targets the number to predict, or the class from 0
 */
public record Examples(double[][] inputs, double[] targets) {
    public Examples {
        if (inputs.length != targets.length)
            throw new IllegalArgumentException(
                    inputs.length + " inputs but " + targets.length + " targets");
    }

    static Examples ofSize(int size, int columns) {
        return new Examples(new double[size][columns], new double[size]);
    }

    public int size() {
        return targets.length;
    }

    void set(int i, double target, double... input) {
        inputs[i] = input;
        targets[i] = target;
    }
}
