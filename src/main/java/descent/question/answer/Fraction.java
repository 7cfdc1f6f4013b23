package descent.question.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a response is worth, from -1 to 1, in exact decimal. What has no finite decimal (a third) is
 * rounded once to {@value #DIGITS} digits, half to even.
 */
public record Fraction(BigDecimal value) implements Comparable<Fraction> {
    public static final int DIGITS = 10;
    public static final Fraction ZERO = new Fraction(BigDecimal.ZERO);
    public static final Fraction ONE = new Fraction(BigDecimal.ONE);

    public Fraction {
        if (value.abs().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a fraction is within -1 and 1, was " + value);
        }
        value =
                value.setScale(
                        Math.min(DIGITS, Math.max(0, value.scale())), RoundingMode.HALF_EVEN);
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** {@code part / whole}, rounded once. */
    public static Fraction of(BigDecimal part, BigDecimal whole) {
        return new Fraction(part.divide(whole, DIGITS, RoundingMode.HALF_EVEN));
    }

    public static Fraction of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** Their mean: each part of a question weighs the same. */
    public static Fraction mean(List<Fraction> parts) {
        return of(
                parts.stream().map(Fraction::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.valueOf(parts.size()));
    }

    public boolean isOne() {
        return value.compareTo(BigDecimal.ONE) == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
