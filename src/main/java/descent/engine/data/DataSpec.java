package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Items;
import descent.engine.Or;
import java.util.List;

/**
 * What a network learns from.
 *
 * @param split what is kept from training
 * @param standardize whether each feature is shifted and scaled to mean 0 and deviation 1, as the
 *     training examples have it
 * @param features of the inputs x1, x2, …: x1, x1^2, x1*x2, sin(x1), cos(x1) and the like; none for
 *     the inputs as they are
 */
public record DataSpec(
        @Inline @Or("spirals") DataSource source,
        Split split,
        @Or("true") boolean standardize,
        @Items(max = 64) List<String> features) {
    public DataSpec {
        features = List.copyOf(features);
        Bounds.check(DataSpec.class, source, split, standardize, features);
        for (var feature : features) Feature.parse(feature, source.inputs());
    }

    /** How many numbers a network gets for each example. */
    public int networkInputs() {
        return features.isEmpty() ? source.inputs() : features.size();
    }

    public int trainingRows() {
        return split.trainingRows(source.size());
    }

    public int validationRows() {
        return split.validationRows(source.size());
    }

    public int testRows() {
        return split.testRows(source.size());
    }
}
