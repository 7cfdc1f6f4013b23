package descent.course.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** YAML as an author would write it: fields on lines of their own, short lists in one. */
public final class WrittenYaml {
    /** Without quotes only what can be nothing but a text. */
    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?!(?:true|false|null|yes|no|on|off|y|n)$)\\p{L}[^\\p{Cntrl}\\ud800-\\udfff\\ufeff]*");

    private static final Pattern ODD =
            Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\\u0085\\u2028\\u2029\\ufeff]");

    private WrittenYaml() {}

    /** An item as it would be written. */
    public static String item(Map<String, Object> item, int indent) {
        var text = new StringBuilder();
        fields(item, indent + 2, text);
        return " ".repeat(indent) + "- " + text.substring(indent + 2);
    }

    /** Fields as they would be written. */
    public static String fields(Map<String, Object> fields, int indent) {
        var text = new StringBuilder();
        fields(fields, indent, text);
        return text.toString();
    }

    /** Whether a list would fit into one line. */
    static boolean isOneLine(List<?> items) {
        return items.stream().allMatch(WrittenYaml::isShort);
    }

    private static void fields(Map<?, ?> fields, int indent, StringBuilder text) {
        fields.forEach((name, value) -> {
            text.append(" ".repeat(indent)).append(name).append(':');
            value(value, indent, text);
        });
    }

    private static void value(Object value, int indent, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append('\n');
                fields(map, indent + 2, text);
            }
            case List<?> list when isOneLine(list) ->
                    text.append(
                            list.stream()
                                    .map(item -> scalar(item, 0))
                                    .collect(Collectors.joining(", ", " [", "]\n")));
            case List<?> list -> {
                text.append('\n');
                for (var item : list) {
                    if (item instanceof Map<?, ?> map) {
                        var inner = new StringBuilder();
                        fields(map, indent + 4, inner);
                        text.append(" ".repeat(indent + 2))
                                .append("- ")
                                .append(inner.substring(indent + 4));
                    } else {
                        text.append(" ".repeat(indent + 2)).append("- ");
                        text.append(
                                        item instanceof List<?> inner
                                                ? row(inner)
                                                : scalar(item, indent + 4))
                                .append('\n');
                    }
                }
            }
            default -> text.append(' ').append(scalar(value, indent + 2)).append('\n');
        }
    }

    /** A list in a list, in one line whatever it holds. */
    private static String row(List<?> items) {
        return items.stream()
                .map(item ->
                        item instanceof List<?> inner
                                ? row(inner)
                                : item instanceof String text && text.contains("\n")
                                        ? quoted(text)
                                        : scalar(item, 0))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Ids and numbers: what fits into one line with others. */
    private static boolean isShort(Object item) {
        return item instanceof Number
                || item instanceof String text && text.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    private static String scalar(Object value, int indent) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> text(String.valueOf(value), indent);
        };
    }

    private static String text(String text, int indent) {
        if (ODD.matcher(text).find()
                || text.startsWith(" ")
                || text.startsWith("\n")
                || text.endsWith("\n\n")
                || text.endsWith("\n") && indent == 0) {
            return quoted(text);
        }
        if (text.contains("\n")) {
            return text.lines()
                    .map(line -> line.isEmpty() ? "" : " ".repeat(indent) + line)
                    .collect(Collectors.joining("\n", text.endsWith("\n") ? "|\n" : "|-\n", ""));
        }
        boolean plain =
                PLAIN.matcher(text).matches()
                        && !text.contains(": ")
                        && !text.contains(" #")
                        && !text.endsWith(":")
                        && text.equals(text.strip())
                        && (indent > 0 || text.matches("[\\p{L}\\p{N}-]+"));
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean odd = ODD.matcher(String.valueOf(c)).matches();
                    quoted.append(odd ? "\\u%04x".formatted((int) c) : String.valueOf(c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
