package descent.question.notation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people type it, with or without a unit.
 *
 * <p>Understood are {@code 0.5}, {@code .5}, {@code 1,000.5}, {@code 1 000}, {@code 1'000}, {@code
 * 0,5} (a single comma that cannot group thousands is a decimal comma), {@code 1.000,5}, {@code
 * 2e-3}, {@code 3×10^8}, {@code 10⁻³}, {@code 3/4}, {@code 1 1/2}, {@code ½}, {@code 12.5%}, any
 * minus sign and any decimal digits of Unicode. {@code 1,234} is a thousand and more.
 *
 * @param value without the unit; 34 significant digits
 * @param unit one of the units asked for, or empty when none was typed
 */
public record TypedNumber(BigDecimal value, String unit) {
    private static final int LONGEST = 200;
    private static final int LARGEST_EXPONENT = 400;
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private static final String GROUPED_BY_COMMA = "(?!0)\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?";
    private static final String GROUPED_BY_SPACE = "\\d{1,3}(?:[ ']\\d{3})+(?:\\.\\d*|,\\d+)?";
    private static final String GROUPED_BY_DOT =
            "(?!0)\\d{1,3}(?:(?:\\.\\d{3})+,\\d+|(?:\\.\\d{3}){2,})";
    private static final String UNGROUPED = "\\d+(?:\\.\\d*|,\\d+)?|[.,]\\d+";
    private static final String DECIMAL =
            String.join(
                    "|",
                    "(?:" + GROUPED_BY_COMMA,
                    GROUPED_BY_SPACE,
                    GROUPED_BY_DOT,
                    UNGROUPED + ")(?![\\d.,'])");
    private static final String POWER = "10 ?\\^ ?\\(?([+-]?\\d{1,6})\\)?";
    private static final String SCIENTIFIC =
            "(" + DECIMAL + ")(?:[eE]([+-]?\\d{1,6})(?!\\d)| ?[×xX*·⋅∙✕] ?" + POWER + ")?";

    private static final Pattern ONE_POWER = Pattern.compile(POWER);
    private static final Pattern ONE_NUMBER = Pattern.compile(SCIENTIFIC);
    private static final Pattern QUOTIENT = Pattern.compile(SCIENTIFIC + " ?/ ?" + SCIENTIFIC);
    private static final Pattern MIXED = Pattern.compile("(\\d+) ([1-9]\\d*) ?/ ?(\\d+)");

    /** What a pattern found: the value, and the text behind it. */
    private record Found(BigDecimal value, String rest) {}

    /**
     * @param units that may follow the number; {@code %} divides by 100 unless it is one of them
     * @throws NotUnderstood when it is no number, or is followed by something else than a unit
     */
    public static TypedNumber read(String typed, Collection<String> units) throws NotUnderstood {
        if (typed.length() > LONGEST) {
            throw new NotUnderstood("a number has at most " + LONGEST + " characters");
        }
        var text = Spelling.ofNumber(typed).replaceFirst("^[=≈~] ?", "");
        boolean negative = text.startsWith("-");
        var found = magnitude(text.replaceFirst("^[+-] ?", ""));
        var value = negative ? found.value.negate() : found.value;
        if (found.rest.isEmpty()) {
            return new TypedNumber(value, "");
        }
        var unit = unit(found.rest, units);
        if (!unit.isEmpty()) {
            return new TypedNumber(value, unit);
        }
        if (found.rest.equals("%")) {
            return new TypedNumber(value.movePointLeft(2), "");
        }
        throw new NotUnderstood(
                "'"
                        + found.rest
                        + "' behind the number is not understood; "
                        + (units.isEmpty()
                                ? "a number alone is expected"
                                : "units are " + String.join(", ", units)));
    }

    private static Found magnitude(String text) throws NotUnderstood {
        var mixed = MIXED.matcher(text);
        if (mixed.lookingAt()) {
            var part = quotient(new BigDecimal(mixed.group(2)), new BigDecimal(mixed.group(3)));
            return found(mixed, new BigDecimal(mixed.group(1)).add(part, DIGITS));
        }
        var quotient = QUOTIENT.matcher(text);
        if (quotient.lookingAt()) {
            return found(quotient, quotient(scientific(quotient, 1), scientific(quotient, 4)));
        }
        var power = ONE_POWER.matcher(text);
        if (power.lookingAt()) {
            return found(power, BigDecimal.ONE.scaleByPowerOfTen(exponent(power.group(1))));
        }
        var number = ONE_NUMBER.matcher(text);
        if (number.lookingAt()) {
            return found(number, scientific(number, 1));
        }
        throw new NotUnderstood("a number is expected, such as 0.5, 3/4 or 2e-3");
    }

    private static Found found(Matcher matcher, BigDecimal value) {
        var rest = new StringBuilder();
        matcher.appendTail(rest);
        return new Found(value.round(DIGITS), rest.substring(matcher.end()).strip());
    }

    private static BigDecimal quotient(BigDecimal above, BigDecimal below) throws NotUnderstood {
        if (below.signum() == 0) {
            throw new NotUnderstood("a fraction over 0 has no value");
        }
        return above.divide(below, DIGITS);
    }

    private static BigDecimal scientific(Matcher matcher, int group) throws NotUnderstood {
        var decimal = decimal(matcher.group(group));
        if (matcher.group(group + 1) != null) {
            return decimal.scaleByPowerOfTen(exponent(matcher.group(group + 1)));
        }
        return matcher.group(group + 2) != null
                ? decimal.scaleByPowerOfTen(exponent(matcher.group(group + 2)))
                : decimal;
    }

    private static BigDecimal decimal(String text) {
        String plain = text.replaceAll("[ ']", "");
        if (text.matches(GROUPED_BY_COMMA)) {
            plain = text.replace(",", "");
        } else if (text.matches(GROUPED_BY_DOT)) {
            plain = text.replace(".", "").replace(',', '.');
        } else {
            plain = plain.replace(',', '.');
        }
        return new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
    }

    private static int exponent(String digits) throws NotUnderstood {
        int exponent = Integer.parseInt(digits);
        if (Math.abs(exponent) > LARGEST_EXPONENT) {
            throw new NotUnderstood(
                    "a power of ten may reach from -"
                            + LARGEST_EXPONENT
                            + " to "
                            + LARGEST_EXPONENT);
        }
        return exponent;
    }

    /** The unit that was typed; one that differs in case counts when it is the only such. */
    private static String unit(String typed, Collection<String> units) {
        var same = units.stream().filter(unit -> folded(unit).equals(folded(typed))).toList();
        if (same.isEmpty()) {
            var lower = folded(typed).toLowerCase(Locale.ROOT);
            same =
                    units.stream()
                            .filter(unit -> folded(unit).toLowerCase(Locale.ROOT).equals(lower))
                            .toList();
        }
        return same.size() == 1 ? same.getFirst() : "";
    }

    private static String folded(String unit) {
        return Spelling.ofNumber(unit).replace(" ", "");
    }

    /** The value as the page repeats it to the learner. */
    public String text() {
        return plain(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** A number in digits; with an exponent where there would be too many zeros. */
    public static String plain(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return bare.signum() == 0 || Math.abs(bare.precision() - bare.scale()) <= 15
                ? bare.toPlainString()
                : bare.toString();
    }

    /** Those of a list that read the same as an earlier one. */
    public static List<String> repeated(List<String> units) {
        var seen = new java.util.HashSet<String>();
        return units.stream().filter(unit -> !seen.add(folded(unit))).toList();
    }
}
