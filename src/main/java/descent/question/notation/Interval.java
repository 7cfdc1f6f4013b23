package descent.question.notation;

import java.math.BigDecimal;

/** The numbers from {@code low} to {@code high}, both included. */
public record Interval(BigDecimal low, BigDecimal high) {
    public Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "a range goes from low to high, was " + low + " to " + high);
        }
    }

    /** All that is no farther than {@code tolerance} from {@code value}. */
    public static Interval around(BigDecimal value, BigDecimal tolerance) {
        return new Interval(value.subtract(tolerance), value.add(tolerance));
    }

    public boolean contains(BigDecimal value) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    /** Whether they have a number in common. */
    public boolean meets(Interval other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    public BigDecimal width() {
        return high.subtract(low);
    }

    public BigDecimal middle() {
        return low.add(high).divide(BigDecimal.TWO);
    }

    /** As much wider at both ends. */
    public Interval widened(BigDecimal by) {
        return new Interval(low.subtract(by), high.add(by));
    }
}
