package descent.experiment.preset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Numbers for tables. */
final class Numbers {
    private static final MathContext ENOUGH_TO_COMPARE = new MathContext(4);
    private static final double SMALL = 1e-5;

    private Numbers() {}

    /** Four digits, or a dash where there is no number. */
    static String brief(Optional<Double> value) {
        return value.filter(Double::isFinite).map(Numbers::brief).orElse("–");
    }

    private static String brief(double value) {
        var rounded = BigDecimal.valueOf(value).round(ENOUGH_TO_COMPARE).stripTrailingZeros();
        return Math.abs(value) < SMALL && value != 0
                ? rounded.toString().replace("E", "e")
                : rounded.toPlainString();
    }
}
