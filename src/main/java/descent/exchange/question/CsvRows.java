package descent.exchange.question;

import descent.exchange.card.UnreadableFile;
import java.util.ArrayList;
import java.util.List;

/** The rows of a table; cells may stand in double quotes, doubled within, over several lines. */
final class CsvRows {
    private final String text;
    private final char separator;

    /**
     * A row.
     *
     * @param line on which it begins, from 1
     */
    record Row(int line, List<String> cells) {}

    /** The first line tells which of the two separators it is. */
    CsvRows(String text) {
        this.text = text;
        var header = text.lines().findFirst().orElse("");
        this.separator =
                header.chars().filter(c -> c == ';').count()
                                > header.chars().filter(c -> c == ',').count()
                        ? ';'
                        : ',';
    }

    List<Row> all() {
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begin = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator || c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(new Row(begin, List.copyOf(cells)));
                    cells.clear();
                    begin = line;
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new UnreadableFile("A quote of line %d is never closed.".formatted(begin));
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            cells.add(cell.toString());
            rows.add(new Row(begin, List.copyOf(cells)));
        }
        return rows;
    }
}
