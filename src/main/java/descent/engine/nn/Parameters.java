package descent.engine.nn;

import descent.engine.tensor.Matrix;
import descent.engine.tensor.Squares;
import java.util.ArrayList;
import java.util.List;

/**
 * All trainable numbers of a network in one array, and all gradients in another, so that an
 * optimizer is one loop. Between the parameters stands padding; its gradient is always zero.
 */
public final class Parameters {
    private final float[] values;
    private final float[] gradients;
    private final List<Parameter> all = new ArrayList<>();
    private int used;

    /**
     * @param size with padding: the sum of {@link #size} over all parameters
     */
    Parameters(int size) {
        values = new float[size];
        gradients = new float[size];
    }

    /** The room a matrix takes, with padding. */
    static long size(int rows, int columns) {
        return (long) rows * Matrix.stride(columns);
    }

    Parameter add(String layer, Parameter.Role role, int rows, int columns) {
        int stride = Matrix.stride(columns);
        var value = new Matrix(values, used, rows, columns, stride);
        var gradient = new Matrix(gradients, used, rows, columns, stride);
        used += rows * stride;
        var parameter = new Parameter(layer, role, value, gradient);
        all.add(parameter);
        return parameter;
    }

    /** The array that all values stand in. */
    public float[] values() {
        return values;
    }

    /** The array that all gradients stand in, each at its value's place. */
    public float[] gradients() {
        return gradients;
    }

    public List<Parameter> all() {
        return List.copyOf(all);
    }

    /** The L2 norm of all gradients together. */
    public double gradientNorm() {
        double sum = 0;
        for (int i = 0; i < all.size(); i++) sum += Squares.sum(all.get(i).gradient());
        return Math.sqrt(sum);
    }

    /** The number of trainable numbers, without padding. */
    public int count() {
        return all.stream().mapToInt(Parameter::count).sum();
    }
}
