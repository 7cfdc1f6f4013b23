package descent.exchange.card;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table; cells may stand in double quotes, doubled within, over several lines.
 *
 * @param openLine where a row begins with a quote that is never closed; 0 for none
 */
public record TableRows(List<Row> rows, int openLine) {
    /**
     * A row.
     *
     * @param line on which it begins, from 1
     */
    public record Row(int line, List<String> cells) {}

    public static TableRows of(String text, char separator) {
        var rows = new ArrayList<Row>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean atStart = true;
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
            } else if (c == '"' && atStart) {
                quoted = true;
                atStart = false;
            } else if (c == separator || c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                atStart = true;
                if (c == '\n') {
                    rows.add(new Row(begin, List.copyOf(cells)));
                    cells.clear();
                    begin = line;
                }
            } else if (c != '\r') {
                cell.append(c);
                atStart = false;
            }
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            cells.add(cell.toString());
            rows.add(new Row(begin, List.copyOf(cells)));
        }
        return new TableRows(rows, quoted ? begin : 0);
    }
}
