package descent.engine.tensor;

/**
 * Random numbers by counting: number i of a stream is a hash of (key, i), so a stream has no state
 * but its place, and streams of one seed for different purposes do not disturb each other.
 *
 * <p>The hash is SplitMix64's (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators,
 * 2014) with Stafford's thirteenth mixing constants; it passes BigCrush.
 */
public final class RandomStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long LOW = 0xFFFFFFFFL;

    /** What a stream is for. The order is part of the numbers: append, never reorder. */
    public enum Purpose {
        DATA,
        INITIAL_WEIGHTS,
        ORDER,
        DROPOUT
    }

    private long key;
    private long next;

    private RandomStream(long key) {
        this.key = key;
    }

    public static RandomStream of(long seed, Purpose purpose) {
        return new RandomStream(mix(mix(seed + GOLDEN) + GOLDEN * (purpose.ordinal() + 1)));
    }

    /** A stream of its own, the same whatever was drawn here before. */
    public RandomStream part(long number) {
        var part = new RandomStream(0);
        part.becomePart(number, this);
        return part;
    }

    /** Turns this stream into that part of another: for steps, which allocate nothing. */
    public void becomePart(long number, RandomStream of) {
        key = mix(of.key ^ mix(GOLDEN * (number + 1)));
        next = 0;
    }

    /** Number i of this stream: 64 random bits. */
    public long bits(long i) {
        return mix(key + GOLDEN * (i + 1));
    }

    /** In (0, 1), never an end. */
    public double uniform() {
        return ((bits(next++) >>> 11) + 0.5) * 0x1p-53;
    }

    public double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** Of the standard normal distribution. */
    public double normal() {
        return NormalQuantile.of(uniform());
    }

    /** A whole number from 0 to bound - 1, each as likely as the other (Lemire 2019). */
    public int below(int bound) {
        if (bound < 1) throw new IllegalArgumentException("bound must be positive, was " + bound);
        long product = (bits(next++) >>> 32) * bound;
        if ((product & LOW) < bound) {
            long threshold = (1L << 32) % bound;
            while ((product & LOW) < threshold) product = (bits(next++) >>> 32) * bound;
        }
        return (int) (product >>> 32);
    }

    /** Brings the items into a random order (Fisher and Yates). */
    public void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
