package descent.experiment;

import descent.engine.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Numbers for people. */
public final class Numbers {
    private static final MathContext ENOUGH_TO_COMPARE = new MathContext(4);
    private static final MathContext ENOUGH_TO_FOLLOW = new MathContext(6);

    private Numbers() {}

    /** Four digits, or a dash where there is no number. */
    public static String brief(Optional<Double> value) {
        return value.map(Numbers::brief).orElse("–");
    }

    /** Four digits, or a dash where it is none. */
    public static String brief(double value) {
        return rounded(value, ENOUGH_TO_COMPARE);
    }

    /** Six digits: who computes along gets the same. */
    public static String exact(double value) {
        return rounded(value, ENOUGH_TO_FOLLOW);
    }

    private static String rounded(double value, MathContext digits) {
        return Double.isFinite(value)
                ? NumberText.of(new BigDecimal(value).round(digits).doubleValue())
                : "–";
    }
}
