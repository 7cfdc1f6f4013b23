package descent.engine.data;

import java.util.ArrayList;
import java.util.List;

/** Cuts comma-separated values into cells. */
final class CsvLines {
    /**
     * @param number of its first line in the text, from 1
     */
    record Line(int number, List<String> cells) {}

    private static final int MOST_LINES = 20_000;

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int line = 1;
    private int start = 1;

    private CsvLines(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The one the first line has most of: a comma, a semicolon or a tab. */
    static char separator(String text) {
        int end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char c : new char[] {';', '\t'}) if (count(first, c) > count(first, best)) best = c;
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    /** Empty lines are left out. */
    static List<Line> of(String text, char separator) {
        var lines = new CsvLines(text.startsWith("\uFEFF") ? text.substring(1) : text, separator);
        lines.read();
        return lines.lines;
    }

    private void read() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' && isBlank()) i = quoted(i + 1);
            else {
                if (c == separator) endCell();
                else if (c == '\n') endLine();
                else if (c != '\r') cell.append(c);
                i++;
            }
        }
        endLine();
    }

    /** Looks before it copies: a cell may be the whole text, and hold a million quotes. */
    private boolean isBlank() {
        return cell.chars().allMatch(Character::isWhitespace);
    }

    /** From behind the opening quote to behind the closing one. */
    private int quoted(int i) {
        int opened = line;
        cell.setLength(0);
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == '\n') line++;
            if (c != '"') cell.append(c);
            else if (i < text.length() && text.charAt(i) == '"') cell.append(text.charAt(i++));
            else return i;
        }
        throw new CsvException(opened, "a quote is opened and never closed");
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        boolean empty = cells.isEmpty() && isBlank();
        endCell();
        if (!empty) {
            if (lines.size() == MOST_LINES)
                throw new CsvException(line, "there are more than " + MOST_LINES + " lines");
            lines.add(new Line(start, cells));
        }
        cells = new ArrayList<>();
        line++;
        start = line;
    }
}
