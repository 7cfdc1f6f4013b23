package descent.course.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of one mapping in the lines of a YAML file: single ones are changed, and all else
 * stays as it was written.
 */
final class FieldLines {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9-]*:( .*)?");

    /** The field's first line and the one after its last. */
    private record Span(int begin, int end) {}

    private final List<String> lines;
    private final int indent;
    private final Map<String, Span> spans = new LinkedHashMap<>();

    /**
     * @param lines of the mapping alone
     * @param indent of its fields; before the first one may stand a dash
     */
    FieldLines(List<String> lines, int indent) {
        this.lines = lines;
        this.indent = indent;
        var names = new ArrayList<String>();
        var begins = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            if (isKey(i)) {
                var field = lines.get(i).substring(indent);
                names.add(field.substring(0, field.indexOf(':')));
                begins.add(i);
            }
        }
        for (int i = 0; i < names.size(); i++) {
            int next = i + 1 < names.size() ? begins.get(i + 1) : lines.size();
            spans.put(names.get(i), new Span(begins.get(i), ending(begins.get(i), next)));
        }
    }

    private boolean isKey(int i) {
        var line = lines.get(i);
        if (line.length() <= indent || !KEY.matcher(line.substring(indent)).matches()) {
            return false;
        }
        var before = line.substring(0, indent);
        return before.isBlank() || i == 0 && before.matches(" *- +");
    }

    /** Remarks between two fields are not the first one's. */
    private int ending(int begin, int next) {
        int last = next;
        while (last > begin + 1) {
            var line = lines.get(last - 1);
            var words = line.stripLeading();
            boolean remark = words.startsWith("#") && line.length() - words.length() <= indent;
            if (!line.isBlank() && !remark) {
                break;
            }
            last--;
        }
        return last;
    }

    /**
     * With other values: a field that {@code now} lacks is taken out, one that is new follows the
     * last. Nothing when the fields do not stand on lines of their own.
     */
    Optional<List<String>> with(Map<String, Object> before, Map<String, Object> now) {
        if (!spans.keySet().equals(before.keySet())) {
            return Optional.empty();
        }
        var after = new ArrayList<String>();
        int at = 0;
        for (var span : spans.entrySet()) {
            var name = span.getKey();
            after.addAll(lines.subList(at, span.getValue().begin()));
            at = span.getValue().end();
            var value = now.get(name);
            if (Objects.equals(value, before.get(name))) {
                after.addAll(lines.subList(span.getValue().begin(), at));
            } else if (value != null) {
                after.addAll(written(name, value, span.getValue()));
            } else if (span.getValue().begin() == 0) {
                return Optional.empty();
            }
        }
        now.forEach((name, value) -> {
            if (!before.containsKey(name)) {
                WrittenYaml.fields(Map.of(name, value), indent).lines().forEach(after::add);
            }
        });
        after.addAll(lines.subList(at, lines.size()));
        return Optional.of(after);
    }

    private List<String> written(String name, Object value, Span span) {
        var first = lines.get(span.begin());
        boolean listed =
                span.end() > span.begin() + 1
                        && lines.subList(span.begin() + 1, span.end()).stream()
                                .anyMatch(line -> line.strip().startsWith("- "));
        if (listed && value instanceof List<?> items && WrittenYaml.isOneLine(items)) {
            var written = new ArrayList<String>();
            written.add(first.substring(0, indent) + name + ":");
            items.forEach(item -> written.add(" ".repeat(indent + 2) + "- " + item));
            return written;
        }
        var written =
                new ArrayList<>(WrittenYaml.fields(Map.of(name, value), indent).lines().toList());
        written.set(0, first.substring(0, indent) + written.getFirst().substring(indent));
        return written;
    }
}
