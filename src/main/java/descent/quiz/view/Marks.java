package descent.quiz.view;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Points as people read them; what counts is exact. */
public final class Marks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Marks() {}

    /** At most two decimals. */
    public static String points(BigDecimal mark) {
        var rounded = mark.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString();
    }

    /** {@code 66.7 %} of a share of 0.6667. */
    public static String percent(BigDecimal share) {
        var percent = share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN);
        return (percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros())
                        .toPlainString()
                + " %";
    }
}
