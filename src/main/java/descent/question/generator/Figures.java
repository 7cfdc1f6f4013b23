package descent.question.generator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers as they stand in texts and formulas. */
final class Figures {
    private static final MathContext SHOWN = new MathContext(5);

    private Figures() {}

    /** In TeX, at most five significant digits. */
    static String tex(double value) {
        var shown = rounded(value);
        int exponent = shown.precision() - shown.scale() - 1;
        if (shown.signum() != 0 && (exponent < -4 || exponent > 8)) {
            var mantissa =
                    shown.round(SHOWN).movePointLeft(exponent).stripTrailingZeros().toPlainString();
            return (mantissa.equals("1") ? "" : mantissa + " \\cdot ") + "10^{" + exponent + "}";
        }
        return grouped(shown.toPlainString());
    }

    static String tex(long value) {
        return grouped(Long.toString(value));
    }

    /** With parentheses where a sign would stand behind another. */
    static String par(double value) {
        return value < 0 ? "(" + tex(value) + ")" : tex(value);
    }

    /** With the sign that joins it to what stands before: {@code + 0.5}, {@code - 0.5}. */
    static String plus(double value) {
        return value < 0 ? "- " + tex(-value) : "+ " + tex(value);
    }

    /** {@code = 0.5}, or {@code \approx 0.33333} where digits are left out. */
    static String eq(double value) {
        boolean exact = rounded(value).doubleValue() == value || isSum(value);
        return (exact ? "= " : "\\approx ") + tex(value);
    }

    /** Whether only the last bits of a sum of short decimals are off. */
    private static boolean isSum(double value) {
        return Math.abs(rounded(value).doubleValue() - value) <= 1e-13 * Math.abs(value);
    }

    /** {@code (0.5, -0.3)} */
    static String list(double... values) {
        return Arrays.stream(values).mapToObj(Figures::tex).collect(Collectors.joining(", "));
    }

    static String list(long... values) {
        return Arrays.stream(values).mapToObj(Figures::tex).collect(Collectors.joining(", "));
    }

    /** For authors' texts: digits alone, right within a formula and outside. */
    static String plain(double value) {
        return rounded(value).toPlainString();
    }

    private static BigDecimal rounded(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return BigDecimal.valueOf((long) value);
        }
        return BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        return whole.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "{,}")
                + (point < 0 ? "" : digits.substring(point));
    }
}
