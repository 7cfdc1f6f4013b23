package descent.search.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Formulas as a line of text, for the few words of a result that are shown: {@code w ← w − η g}.
 */
public final class TexText {
    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\\\(begin|end)\\{[^}]*}(\\{[^}]*})?");
    private static final Pattern FRACTION =
            Pattern.compile("\\\\[td]?frac(?:\\{([^{}]*)}|\\s?(\\w))(?:\\{([^{}]*)}|\\s?(\\w))");
    private static final Pattern ROOT = Pattern.compile("\\\\sqrt\\{([^{}]*)}");
    private static final Pattern NUMBER_ABOVE_OR_BELOW = Pattern.compile("([_^])\\{?(\\d+)}?");
    private static final Pattern COMMAND = Pattern.compile("( ?)\\\\([a-zA-Z]+)( ?)|\\\\(.)");

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("leftarrow", "←"),
                    Map.entry("to", "→"),
                    Map.entry("nabla", "∇"),
                    Map.entry("partial", "∂"),
                    Map.entry("sum", "∑"),
                    Map.entry("prod", "∏"),
                    Map.entry("cdot", "·"),
                    Map.entry("times", "×"),
                    Map.entry("odot", "⊙"),
                    Map.entry("pm", "±"),
                    Map.entry("le", "≤"),
                    Map.entry("ge", "≥"),
                    Map.entry("approx", "≈"),
                    Map.entry("infty", "∞"),
                    Map.entry("dots", "…"),
                    Map.entry("ldots", "…"),
                    Map.entry("cdots", "…"),
                    Map.entry("lVert", "‖"),
                    Map.entry("rVert", "‖"),
                    Map.entry("lceil", "⌈"),
                    Map.entry("rceil", "⌉"),
                    Map.entry("lfloor", "⌊"),
                    Map.entry("rfloor", "⌋"),
                    Map.entry("ell", "ℓ"),
                    Map.entry("varphi", "φ"),
                    Map.entry("epsilon", "ε"),
                    Map.entry("quad", "  "),
                    Map.entry("qquad", "  "));

    private TexText() {}

    public static String of(String tex) {
        var text = ENVIRONMENT.matcher(tex).replaceAll(" ");
        for (var before = ""; !before.equals(text); ) {
            before = text;
            text = ROOT.matcher(text).replaceAll("√($1)");
            text =
                    FRACTION.matcher(text)
                            .replaceAll(found ->
                                    Matcher.quoteReplacement(
                                            part(found, 1) + "/" + part(found, 3)));
        }
        text =
                NUMBER_ABOVE_OR_BELOW
                        .matcher(text)
                        .replaceAll(found -> moved(found.group(2), found.group(1).equals("^")));
        text = COMMAND.matcher(text).replaceAll(found -> Matcher.quoteReplacement(command(found)));
        return text.replaceAll("[{}&]", "").replaceAll("\\s+", " ").strip();
    }

    /** Of a fraction: in braces, or a single sign. */
    private static String part(MatchResult found, int group) {
        var braced = found.group(group);
        return braced == null
                ? found.group(group + 1)
                : braced.length() > 1 ? "(" + braced + ")" : braced;
    }

    private static String moved(String digits, boolean up) {
        return digits.chars()
                .mapToObj(digit ->
                        String.valueOf((up ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉").charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    private static String command(MatchResult found) {
        var escaped = found.group(4);
        if (escaped != null) {
            return escaped.equals("\\") ? " " : "{}%&_$#".contains(escaped) ? escaped : "";
        }
        var name = found.group(2);
        var sign = SIGNS.containsKey(name) ? SIGNS.get(name) : letter(name);
        // A blank behind a command only ends its name, unless there is one before it, too.
        return found.group(1) + sign + (sign.isEmpty() ? "" : found.group(1));
    }

    /** A Greek letter by its name; functions stay words; what is about looks alone is left out. */
    private static String letter(String name) {
        if (Pattern.matches("ln|log|exp|min|max|tanh|sin|cos|arg", name)) {
            return name + " ";
        }
        var size = Character.isUpperCase(name.charAt(0)) ? "CAPITAL" : "SMALL";
        try {
            return Character.toString(
                    Character.codePointOf(
                            "GREEK %s LETTER %s".formatted(size, name.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
