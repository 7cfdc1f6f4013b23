package descent.question.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What neutral trees are made of. */
public final class Trees {
    private static final int DEEPEST = 32;
    private static final int MOST_DIGITS = 400;
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

    private Trees() {}

    /**
     * A copy that nobody else can change, its numbers as {@code BigDecimal}, its fields in their
     * order. Fields without a value are left out.
     *
     * @throws IllegalArgumentException for what no tree is made of, or one too deep
     */
    public static Map<String, Object> copy(Map<?, ?> map) {
        return copy(map, 0);
    }

    /** As {@link #copy(Map)}, for any value. */
    public static Object copy(Object value) {
        return copy(value, 0);
    }

    private static Map<String, Object> copy(Map<?, ?> map, int depth) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                copy.put(String.valueOf(name), copy(value, depth + 1));
            }
        });
        return copy;
    }

    private static Object copy(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("may be " + DEEPEST + " levels deep, is deeper");
        }
        return switch (value) {
            case Map<?, ?> map -> copy(map, depth);
            case List<?> list -> {
                var items = new ArrayList<Object>();
                list.forEach(item -> items.add(copy(item, depth + 1)));
                yield items;
            }
            case String text when storable(text) -> text;
            case Boolean flag -> flag;
            case Number number when decimal(number) instanceof BigDecimal decimal -> decimal;
            case null, default ->
                    throw new IllegalArgumentException(
                            "must be made of maps, lists, texts, numbers, true and false; has "
                                    + value);
        };
    }

    /** A number, also one that YAML took for a text ({@code 1e-3}). */
    public static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case Number number -> decimal(number);
            case String text when text.length() <= MOST_DIGITS && DECIMAL.matcher(text).matches() ->
                    decimal(new BigDecimal(text));
            case null, default -> null;
        };
    }

    /** The exact decimal of a number as it was written; null for infinities, NaN and monsters. */
    static @Nullable BigDecimal decimal(Number number) {
        var decimal =
                switch (number) {
                    case BigDecimal d -> d;
                    case BigInteger i -> new BigDecimal(i);
                    case Double d -> Double.isFinite(d) ? BigDecimal.valueOf(d) : null;
                    case Float f -> Float.isFinite(f) ? new BigDecimal(f.toString()) : null;
                    case Integer i -> BigDecimal.valueOf(i);
                    case Long l -> BigDecimal.valueOf(l);
                    default -> null;
                };
        return decimal != null
                        && decimal.precision() <= MOST_DIGITS
                        && Math.abs((long) decimal.scale()) <= MOST_DIGITS
                ? canonical(decimal)
                : null;
    }

    /** One form for equal numbers: no zeros behind the point, digits where few are needed. */
    static BigDecimal canonical(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return bare.scale() < 0 && bare.scale() > -20 ? bare.setScale(0) : bare;
    }

    /**
     * Whether a database's text can hold it: no NUL, no half of a surrogate pair. All else is kept
     * as it is.
     */
    public static boolean storable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
}
