package descent.engine.diagnostics;

import descent.engine.nn.Parameter;
import descent.engine.nn.Parameters;
import descent.engine.tensor.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of a trainable matrix.
 *
 * @param role weights (inputs x units), bias, gain or shift (one row)
 */
public record LayerWeights(String layer, String role, float[][] values) {
    public static List<LayerWeights> of(Parameters parameters) {
        var all = new ArrayList<LayerWeights>();
        for (var p : parameters.all())
            all.add(new LayerWeights(p.layer(), role(p.role()), rows(p.value())));
        return all;
    }

    private static String role(Parameter.Role role) {
        return switch (role) {
            case WEIGHTS -> "weights";
            case BIAS -> "bias";
            case GAIN -> "gain";
            case SHIFT -> "shift";
        };
    }

    private static float[][] rows(Matrix m) {
        var rows = new float[m.rows()][m.columns()];
        for (int i = 0; i < m.rows(); i++)
            System.arraycopy(m.data(), m.index(i, 0), rows[i], 0, m.columns());
        return rows;
    }
}
