package descent.flashcard.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with gaps, as Anki writes them: <code>{{c1::what is hidden}}</code> or <code>
 * {{c1::what is hidden::a hint}}</code>. Gaps of the same number are asked together. A gap may
 * stand inside a formula or hold one.
 */
final class Gaps {
    private static final Pattern BEGIN = Pattern.compile("\\{\\{c(\\d{1,3})::");

    /**
     * A stretch of the text.
     *
     * @param gap its number; 0 outside of gaps
     */
    private record Piece(String text, int gap, String hint, boolean inFormula) {}

    private final List<Piece> pieces = new ArrayList<>();

    private Gaps() {}

    static Gaps of(String text) {
        var gaps = new Gaps();
        var begin = BEGIN.matcher(text);
        boolean formula = false;
        int at = 0;
        while (begin.find(at)) {
            int end = end(text, begin.end());
            if (end < 0) {
                break;
            }
            var before = text.substring(at, begin.start());
            formula ^= opensFormula(before);
            gaps.pieces.add(new Piece(before, 0, "", false));
            var inside = text.substring(begin.end(), end);
            int hint = inside.indexOf("::");
            gaps.pieces.add(
                    new Piece(
                            hint < 0 ? inside : inside.substring(0, hint),
                            Integer.parseInt(begin.group(1)),
                            hint < 0 ? "" : inside.substring(hint + 2),
                            formula));
            at = end + 2;
        }
        gaps.pieces.add(new Piece(text.substring(at), 0, "", false));
        return gaps;
    }

    /** Where the braces that close a gap stand: those of formulas within it come in pairs. */
    private static int end(String text, int from) {
        int open = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                open++;
            } else if (c == '}' && open > 0) {
                open--;
            } else if (c == '}' && text.startsWith("}}", i)) {
                return i;
            }
        }
        return text.indexOf("}}", from);
    }

    /** Whether a formula that begins in the text does not end in it. */
    private static boolean opensFormula(String text) {
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '$') {
                open = !open;
                i += text.startsWith("$$", i) ? 1 : 0;
            }
        }
        return open;
    }

    SortedSet<Integer> numbers() {
        return pieces.stream()
                .map(Piece::gap)
                .filter(gap -> gap > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text with the gaps of one number empty and all others filled. */
    String asked(int number) {
        return pieces.stream()
                .map(piece -> piece.gap() == number ? hidden(piece) : piece.text())
                .collect(Collectors.joining());
    }

    /** The text with all gaps filled, those of one number to be seen. */
    String told(int number) {
        return pieces.stream()
                .map(piece -> piece.gap() == number ? shown(piece) : piece.text())
                .collect(Collectors.joining());
    }

    private static String hidden(Piece piece) {
        if (piece.inFormula()) {
            return "\\boxed{\\,?\\,}";
        }
        return piece.hint().isBlank() ? "\\[…\\]" : "\\[" + piece.hint().strip() + "\\]";
    }

    private static String shown(Piece piece) {
        if (piece.inFormula()) {
            return "\\boxed{" + piece.text() + "}";
        }
        boolean words =
                !piece.text().isBlank()
                        && piece.text().equals(piece.text().strip())
                        && piece.text().chars().noneMatch(c -> "\n*$`".indexOf(c) >= 0);
        return words ? "**" + piece.text() + "**" : piece.text();
    }
}
