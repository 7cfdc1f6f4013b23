package descent.experiment;

import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import descent.shared.web.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads specs that browsers send. */
final class Specs {
    private Specs() {}

    /**
     * @throws Problem 422 that names field, value and what is allowed
     */
    static ExperimentSpec read(@Nullable Object tree) {
        if (tree == null) {
            throw Problem.unprocessable("The field \"spec\" is missing.", Map.of("field", "spec"));
        }
        try {
            return ExperimentSpec.read(tree);
        } catch (SpecException e) {
            throw Problem.unprocessable(
                    String.valueOf(e.getMessage()),
                    Map.of("field", e.path(), "problem", e.problem()));
        }
    }
}
