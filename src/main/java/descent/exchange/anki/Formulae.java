package descent.exchange.anki;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * The formulas of a field, taken out of its HTML while that is read as HTML, and put back into the
 * Markdown: TeX belongs to neither.
 */
final class Formulae {
    /** A character of Unicode's private use, around the number of a formula. */
    static final char MARK = '\ue000';

    private static final Pattern NUMBERED =
            Pattern.compile("( *+)" + MARK + "(\\d+)" + MARK + "( *+)");
    private static final String GAP_OPENS = "{{c";
    private static final String GAP_CLOSES = "}}";

    /** How Anki writes formulas. */
    private enum Writing {
        INLINE("\\(", "\\)"),
        DISPLAY("\\[", "\\]"),
        OLD_INLINE("[$]", "[/$]"),
        OLD_DISPLAY("[$$]", "[/$$]"),
        ELEMENT("<anki-mathjax>", "</anki-mathjax>"),
        ELEMENT_DISPLAY("<anki-mathjax block=\"true\">", "</anki-mathjax>");

        private final String opens;
        private final String closes;

        Writing(String opens, String closes) {
            this.opens = opens;
            this.closes = closes;
        }

        boolean display() {
            return this == DISPLAY || this == OLD_DISPLAY || this == ELEMENT_DISPLAY;
        }
    }

    private record Opening(Writing writing, int at) {}

    private final List<String> formulas = new ArrayList<>();

    /** The HTML with a mark in the place of each formula. */
    String takenOutOf(String html) {
        var rest = new StringBuilder();
        var next = new EnumMap<Writing, Integer>(Writing.class);
        for (var writing : Writing.values()) {
            next.put(writing, -1);
        }
        int gaps = 0;
        int from = 0;
        for (var found = first(next, html, from);
                found.isPresent();
                found = first(next, html, from)) {
            var writing = found.get().writing();
            int opens = found.get().at();
            int begin = opens + writing.opens.length();
            int end = html.indexOf(writing.closes, begin);
            var before = html.substring(from, opens);
            gaps += count(before, GAP_OPENS) - count(before, GAP_CLOSES);
            rest.append(before);
            if (end < 0) {
                // None of the later ones has an end either.
                next.remove(writing);
                from = opens;
            } else {
                rest.append(marked(html.substring(begin, end), writing.display() && gaps <= 0));
                from = end + writing.closes.length();
            }
        }
        return rest.append(html, from, html.length()).toString();
    }

    /** Each place is looked for once: many formulas cost no more than one. */
    private static Optional<Opening> first(Map<Writing, Integer> next, String html, int from) {
        next.replaceAll((writing, at) -> at < from ? html.indexOf(writing.opens, from) : at);
        next.values().removeIf(at -> at < 0);
        return next.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(entry -> new Opening(entry.getKey(), entry.getValue()));
    }

    private String marked(String source, boolean display) {
        var text = source.matches("[^<&]*+") ? source : Jsoup.parse(source).text();
        var tex = text.replace("$", "\\$").strip();
        if (tex.isEmpty()) {
            return "";
        }
        formulas.add(display ? "\n\n$$\n" + tex + "\n$$\n\n" : "$" + tex + "$");
        return MARK + String.valueOf(formulas.size() - 1) + MARK;
    }

    /** The Markdown with each formula in the place of its mark. */
    String putBackInto(String text) {
        return NUMBERED.matcher(text)
                .replaceAll(mark -> {
                    var formula = formulas.get(Integer.parseInt(mark.group(2)));
                    return Matcher.quoteReplacement(
                            formula.startsWith("\n")
                                    ? formula
                                    : mark.group(1) + formula + mark.group(3));
                });
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
