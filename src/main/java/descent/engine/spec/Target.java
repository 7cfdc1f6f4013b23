package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * A run ends at the first recorded point whose figure has reached this value: a loss that is not
 * above it, an accuracy that is not below.
 */
public record Target(@Or("train.loss") Figure figure, @Range(min = 0, max = 1e6) double value) {
    public Target {
        Bounds.check(Target.class, figure, value);
    }

    public boolean reachedBy(double number) {
        return figure.isAccuracy() ? number >= value : number <= value;
    }
}
