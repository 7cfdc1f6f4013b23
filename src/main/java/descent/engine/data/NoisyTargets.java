package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * How many points there are, and how far their targets stray.
 *
 * @param noise standard deviation of what is added to each target; targets lie within about ±1
 */
public record NoisyTargets(
        @Range(min = 10, max = 20_000) @Or("500") int size,
        @Range(min = 0, max = 10) @Or("0.1") double noise) {
    public NoisyTargets {
        Bounds.check(NoisyTargets.class, size, noise);
    }
}
