package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * How many points there are, and how far they stray.
 *
 * @param noise standard deviation of what is added to each input; the data lies within about ±5
 * @param labelNoise share of the training labels replaced by another class
 */
public record Sample(
        @Range(min = 10, max = 20_000) @Or("500") int size,
        @Range(min = 0, max = 10) @Or("0.2") double noise,
        @Range(min = 0, max = 1) @Or("0") double labelNoise) {
    public Sample {
        Bounds.check(Sample.class, size, noise, labelNoise);
    }
}
