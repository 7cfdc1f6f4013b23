package descent.quiz.rules;

import descent.course.material.MockTest.Dates;
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
    private static final BigDecimal LARGEST_FACTOR = BigDecimal.TEN;

    public static final Allowance NONE =
            new Allowance(BigDecimal.ONE, Duration.ZERO, 0, null, null);

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
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException(
                    "it opens before it closes, was %s and %s".formatted(opensAt, closesAt));
        }
    }

    /** This one, and where it grants nothing the other. */
    Allowance over(Allowance other) {
        return new Allowance(
                factor.compareTo(BigDecimal.ONE) > 0 ? factor : other.factor,
                extra.isPositive() ? extra : other.extra,
                attempts > 0 ? attempts : other.attempts,
                hasDates() ? opensAt : other.opensAt,
                hasDates() ? closesAt : other.closesAt);
    }

    private boolean hasDates() {
        return opensAt != null || closesAt != null;
    }

    /** Its dates where it has some, else the test's. */
    Dates instead(Dates test) {
        var opens = opensAt == null ? test.opens() : opensAt;
        var closes = closesAt == null ? test.closes() : closesAt;
        boolean apart = opens != null && closes != null && !opens.isBefore(closes);
        return apart ? new Dates(opensAt, closesAt) : new Dates(opens, closes);
    }
}
