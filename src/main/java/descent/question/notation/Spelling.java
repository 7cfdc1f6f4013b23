package descent.question.notation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The many ways to write one character, made one. */
public final class Spelling {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern EXPONENT = Pattern.compile("[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+");
    private static final Pattern VULGAR_FRACTION = Pattern.compile("[¼-¾⅐-⅞↉]");
    private static final Pattern DASHES = Pattern.compile("[‐-―−﹘﹣－]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h\\v]+");

    private Spelling() {}

    /**
     * For numbers and formulas: {@code ×10⁻³} becomes {@code ×10^-3}, {@code 1½} becomes {@code 1
     * 1/2}; plain digits, minus signs, slashes, apostrophes and single spaces.
     */
    static String ofNumber(String typed) {
        var text = EXPONENT.matcher(typed).replaceAll(Spelling::lowered);
        text = VULGAR_FRACTION.matcher(text).replaceAll(m -> " " + nfkc(m.group()));
        text = DASHES.matcher(nfkc(text)).replaceAll("-");
        text = text.replace("**", "^").replaceAll("[⁄∕÷]", "/").replaceAll("[’‘ʼ]", "'");
        var digits = new StringBuilder();
        text.codePoints()
                .forEach(c ->
                        digits.appendCodePoint(
                                Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return spaced(digits.toString());
    }

    /** For words: compatible forms, dashes, quotes and spaces are one; the case too if asked. */
    public static String ofWords(String typed, boolean caseSensitive) {
        var text = DASHES.matcher(nfkc(typed)).replaceAll("-");
        text = text.replaceAll("[’‘ʼ`´]", "'").replaceAll("[“”„«»]", "\"");
        text = spaced(INVISIBLE.matcher(text).replaceAll(""));
        return caseSensitive ? text : nfkc(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static String lowered(java.util.regex.MatchResult raised) {
        var text = new StringBuilder("^");
        raised.group()
                .chars()
                .forEach(c ->
                        text.append(
                                switch (c) {
                                    case '⁺' -> "+";
                                    case '⁻' -> "-";
                                    default -> String.valueOf(RAISED.indexOf(c));
                                }));
        return Matcher.quoteReplacement(text.toString());
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
