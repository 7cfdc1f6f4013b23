package descent.engine.spec;

import descent.engine.Bounds;
import descent.engine.Or;
import descent.engine.Range;

/**
 * Where chance comes from: a stream of its own for each purpose, so that another optimizer or batch
 * size meets the same data and the same initial weights. In a spec a bare number stands for all
 * four.
 *
 * @param data examples, noise, split
 * @param initial weights
 * @param order of the examples in each epoch
 * @param dropout which units are dropped
 */
public record Seeds(
        @Range(min = 0, max = Seeds.LARGEST) @Or("1") long data,
        @Range(min = 0, max = Seeds.LARGEST) @Or("1") long initial,
        @Range(min = 0, max = Seeds.LARGEST) @Or("1") long order,
        @Range(min = 0, max = Seeds.LARGEST) @Or("1") long dropout) {
    /** 2^53 - 1: what every JSON reader keeps exactly. */
    static final double LARGEST = 9_007_199_254_740_991.0;

    public Seeds {
        Bounds.check(Seeds.class, data, initial, order, dropout);
    }

    public static Seeds all(long seed) {
        return new Seeds(seed, seed, seed, seed);
    }

    boolean same() {
        return data == initial && data == order && data == dropout;
    }
}
