package descent.experiment.lab;

import java.util.Collection;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */
final class Csv {
    private Csv() {}

    /** A line with its end. */
    static String line(Collection<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would compute gets an apostrophe; numbers stay numbers. */
    private static String cell(String text) {
        var safe =
                text.matches("[=+@\\-\\t\\r].*") && !text.matches("-?[0-9.]+(?:[eE]-?[0-9]+)?")
                        ? "'" + text
                        : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
