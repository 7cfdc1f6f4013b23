package descent.question.chance;

import java.util.ArrayList;
import java.util.List;

/**
 * A counter-based random generator: the n-th draw is a mix of seed and n (SplitMix64's finalizer:
 * Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), so it depends on
 * nothing else. Not for secrets.
 */
public final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private final long key;
    private long count;

    public Chance(long seed) {
        this.key = mix(seed + GOLDEN);
    }

    /**
     * A stream of its own for a named purpose: drawing more here never shifts what is drawn there.
     */
    public Chance of(String purpose) {
        long name = 0;
        for (int i = 0; i < purpose.length(); i++) {
            name = mix(name ^ purpose.charAt(i));
        }
        return new Chance(key ^ name);
    }

    public long bits() {
        return mix(key + GOLDEN * ++count);
    }

    /** A whole number of {@code 0 … bound - 1}, each equally likely. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, was " + bound);
        }
        // Rejection keeps it uniform.
        long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        long bits;
        do {
            bits = bits() >>> 1;
        } while (bits >= limit);
        return (int) (bits % bound);
    }

    /** A whole number of {@code low … high}, both included. */
    public long whole(long low, long high) {
        if (low > high || high - low >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no range: " + low + " to " + high);
        }
        return low + below((int) (high - low + 1));
    }

    /** A real number of {@code [low, high)}. */
    public double real(double low, double high) {
        return low + (high - low) * ((bits() >>> 11) * 0x1p-53);
    }

    public <T> T oneOf(List<T> items) {
        return items.get(below(items.size()));
    }

    /** The items in an order of chance, every order equally likely. */
    public <T> List<T> shuffled(List<T> items) {
        var shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            var item = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, item);
        }
        return shuffled;
    }

    /** A word of six letters and digits without meaning: vowels are left out. */
    public String word() {
        var word = new StringBuilder("x");
        while (word.length() < 6) {
            word.append(LETTERS.charAt(below(LETTERS.length())));
        }
        return word.toString();
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
