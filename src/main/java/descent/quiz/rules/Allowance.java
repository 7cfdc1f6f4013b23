package descent.quiz.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is granted beyond the rules of a test.
 *
 * @param factor by which the time limit is multiplied
 * @param extra added to it
 * @param attempts added to those allowed
 * @param opensAt instead of the test's own, where given; likewise {@code closesAt}
 */
public record Allowance(
        BigDecimal factor,
        Duration extra,
        int attempts,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {
    public static final Allowance NONE =
            new Allowance(BigDecimal.ONE, Duration.ZERO, 0, null, null);

    private static final BigDecimal LARGEST_FACTOR = BigDecimal.TEN;

    public Allowance {
        if (factor.compareTo(BigDecimal.ONE) < 0 || factor.compareTo(LARGEST_FACTOR) > 0) {
            throw new IllegalArgumentException("factor is 1 to 10, was " + factor);
        }
        if (extra.isNegative()) {
            throw new IllegalArgumentException("extra time must not be negative, was " + extra);
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts must not be negative, was " + attempts);
        }
    }
}
