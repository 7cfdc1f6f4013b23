package descent.engine.nn;

import descent.engine.tensor.Kernels;
import descent.engine.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/** What layers take their arrays from. */
final class Workspace {
    final Kernels kernels;
    private final Parameters parameters;
    private final int capacity;

    Workspace(Kernels kernels, Parameters parameters, int capacity) {
        this.kernels = kernels;
        this.parameters = parameters;
        this.capacity = capacity;
    }

    Parameter parameter(String layer, Parameter.Role role, int rows, int columns) {
        return parameters.add(layer, role, rows, columns);
    }

    /** The factors of a normalisation, which starts by changing nothing that it has normalised. */
    Parameter gain(String layer, int units) {
        var gain = parameter(layer, Parameter.Role.GAIN, 1, units);
        for (int j = 0; j < units; j++) gain.value().set(0, j, 1);
        return gain;
    }

    /** Where something before it learns. */
    Boundary boundary(int units) {
        return new Boundary(matrix(units), matrix(units), true);
    }

    /** New values; the gradient is turned in place. */
    Boundary boundary(int units, @Nullable Matrix gradient) {
        return new Boundary(matrix(units), gradient, true);
    }

    Matrix matrix(int units) {
        return Matrix.zeros(capacity, units);
    }
}
