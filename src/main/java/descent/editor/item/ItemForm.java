package descent.editor.item;

import descent.editor.item.ItemField.Shape;
import descent.question.tree.Trees;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item as the fields of a form, and the item that a filled-in form says. What the form does not
 * change is the same object in both, and what it does not show is kept.
 */
record ItemForm(List<ItemField> fields) {
    static final int EMPTY_ROWS = 2;
    static final int MOST_ROWS = 20;

    /** Lists whose items have an id of their own. */
    private static final Set<String> WITH_IDS = Set.of("options");

    /** What a form may say that is no value: field to what is wrong. */
    record Read(Map<String, Object> item, Map<String, String> problems) {}

    /** As it is entered; empty for nothing. */
    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list ->
                    list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Double number -> BigDecimal.valueOf(number).toPlainString();
            default -> String.valueOf(value).stripTrailing();
        };
    }

    static @Nullable Object value(Map<?, ?> item, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return item.get(name);
        }
        return item.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, name.substring(dot + 1))
                : null;
    }

    static List<? extends Map<?, ?>> rows(Map<?, ?> item, String name) {
        return item.get(name) instanceof List<?> list
                        && list.stream().allMatch(Map.class::isInstance)
                ? list.stream().map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    Read read(Map<String, Object> before, MultivaluedMap<String, String> sent) {
        var problems = new TreeMap<String, String>();
        var item = new LinkedHashMap<>(before);
        for (var field : fields) {
            if (field.shape() == Shape.ROWS) {
                putRows(item, field, sent, problems);
            } else if (sent.containsKey(field.name()) || field.shape() == Shape.FLAG) {
                put(item, field, field.name(), field.name(), sent, problems);
            }
        }
        return new Read(item, problems);
    }

    private static void put(
            Map<String, Object> item,
            ItemField field,
            String at,
            String name,
            MultivaluedMap<String, String> sent,
            Map<String, String> problems) {
        var typed = Objects.requireNonNullElse(sent.getFirst(name), "").replace("\r\n", "\n");
        var old = value(item, at);
        if (field.shape() != Shape.FLAG && typed.strip().equals(shown(old).strip())) {
            if (typed.isBlank() && field.required()) {
                problems.put(name, "\"%s\" is needed.".formatted(field.label()));
            }
            return;
        }
        set(item, at, parsed(field, typed, name, sent.containsKey(name), old, problems));
    }

    private static @Nullable Object parsed(
            ItemField field,
            String typed,
            String name,
            boolean there,
            @Nullable Object old,
            Map<String, String> problems) {
        var text = typed.strip();
        if (field.shape() == Shape.FLAG) {
            // A box that was never ticked and is not: nothing was said, and nothing is.
            return there ? Boolean.TRUE : old instanceof Boolean flag && !flag ? flag : null;
        }
        if (text.isEmpty()) {
            if (field.required()) {
                problems.put(name, "\"%s\" is needed.".formatted(field.label()));
            }
            return null;
        }
        if (!Trees.storable(text)) {
            problems.put(name, "No character NUL, and no half of a surrogate pair.");
            return old;
        }
        return switch (field.shape()) {
            case NUMBER -> number(text, name, old, problems);
            case WORDS ->
                    Arrays.stream(text.split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .toList();
            case CHOICE -> choice(field, text, name, old, problems);
            case PROSE, LINE, CONCEPT, SECTION, FLAG, ROWS -> text;
        };
    }

    private static @Nullable Object number(
            String text, String name, @Nullable Object old, Map<String, String> problems) {
        try {
            return new BigDecimal(text.replace('\u2212', '-'));
        } catch (NumberFormatException _) {
            problems.put(name, "\"%s\" is no number such as 0.25.".formatted(text));
            return old;
        }
    }

    private static @Nullable Object choice(
            ItemField field,
            String text,
            String name,
            @Nullable Object old,
            Map<String, String> problems) {
        if (!field.choices().contains(text)) {
            problems.put(
                    name,
                    "\"%s\" is none of: %s.".formatted(text, String.join(", ", field.choices())));
            return old;
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private static void putRows(
            Map<String, Object> item,
            ItemField field,
            MultivaluedMap<String, String> sent,
            Map<String, String> problems) {
        var before = rows(item, field.name());
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < Math.min(before.size() + EMPTY_ROWS, MOST_ROWS); i++) {
            var prefix = field.name() + "." + i + ".";
            if (Objects.requireNonNullElse(sent.getFirst(prefix + "text"), "").isBlank()) {
                continue;
            }
            var row = new LinkedHashMap<String, Object>();
            if (i < before.size()) {
                before.get(i).forEach((name, value) -> row.put(String.valueOf(name), value));
            } else if (WITH_IDS.contains(field.name())) {
                row.put("id", freeId(before, rows));
            }
            for (var column : field.columns()) {
                put(row, column, column.name(), prefix + column.name(), sent, problems);
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            problems.put(field.name(), "\"%s\": one at least is needed.".formatted(field.label()));
        } else if (!rows.equals(before)) {
            item.put(field.name(), rows);
        }
    }

    private static String freeId(List<? extends Map<?, ?>> before, List<Map<String, Object>> rows) {
        int n = 1;
        while (isTaken("option-" + n, before) || isTaken("option-" + n, rows)) {
            n++;
        }
        return "option-" + n;
    }

    private static boolean isTaken(String id, List<? extends Map<?, ?>> rows) {
        return rows.stream().anyMatch(row -> id.equals(row.get("id")));
    }

    private static void set(Map<String, Object> item, String name, @Nullable Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            if (value == null) {
                item.remove(name);
            } else {
                item.put(name, value);
            }
            return;
        }
        var outer = name.substring(0, dot);
        var inner = new LinkedHashMap<String, Object>();
        if (item.get(outer) instanceof Map<?, ?> old) {
            old.forEach((key, each) -> inner.put(String.valueOf(key), each));
        }
        set(inner, name.substring(dot + 1), value);
        set(item, outer, inner.isEmpty() ? null : inner);
    }
}
