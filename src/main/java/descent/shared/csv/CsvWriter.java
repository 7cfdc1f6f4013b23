package descent.shared.csv;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes comma-separated values (RFC 4180) that a spreadsheet takes for what they are: a text that
 * it would take for a formula gets an apostrophe in front.
 */
public final class CsvWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r\n|%＝＋－＠";

    /**
     * Else some spreadsheets take UTF-8 for something older. In plain ASCII there is nothing to
     * mistake, and scripts need not know of it.
     */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final StringBuilder text = new StringBuilder();

    /**
     * @param cells texts, numbers, or anything by its text
     */
    public CsvWriter line(List<?> cells) {
        text.append(cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> quoted(harmless(value.toString()));
        };
    }

    /** Also behind spaces and quotes, which some spreadsheets skip. */
    private static String harmless(String text) {
        int first = 0;
        while (first < text.length() && " \"';".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        boolean formula = first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c < ' ');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        boolean plain = text.chars().allMatch(c -> c < 0x80);
        return plain ? text.toString() : BYTE_ORDER_MARK + text;
    }

    /**
     * As a file to be kept.
     *
     * @param name of letters, digits, hyphens and dots
     */
    public Response download(String name) {
        return Response.ok(toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\""
                                .formatted(name.replaceAll("[^A-Za-z0-9.-]", "-")))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
