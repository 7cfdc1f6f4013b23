package descent.editor.item;

import descent.editor.item.ItemField.Shape;
import descent.question.tree.Trees;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item as the fields of a form, and the item that a filled-in form says. What the form does not
 * change is the same object in both, and what it does not show is kept.
 */
record ItemForm(List<ItemField> fields) {
    static final int EMPTY_ROWS = 2;

    /**
     * What a form says.
     *
     * @param problems field to what is wrong with it
     * @param sent as it was typed
     */
    record Read(
            Map<String, Object> item,
            Map<String, String> problems,
            MultivaluedMap<String, String> sent) {
        /** Where nothing was sent yet. */
        static Read of(Map<String, Object> item) {
            return new Read(item, Map.of(), new MultivaluedHashMap<>());
        }

        /** As it is shown again: what is wrong, as it was typed. */
        String shown(String name, String value) {
            return problems.containsKey(name)
                    ? Objects.requireNonNullElse(sent.getFirst(name), value)
                    : value;
        }
    }

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

    /** As a field of this shape is entered. */
    static String shown(ItemField field, @Nullable Object value) {
        return field.shape() == Shape.YAML ? YamlField.shown(value) : shown(value);
    }

    static List<?> list(Map<?, ?> item, String name) {
        return value(item, name) instanceof List<?> list ? list : List.of();
    }

    static List<? extends Map<?, ?>> rows(Map<?, ?> item, String name) {
        return value(item, name) instanceof List<?> list
                        && list.stream().allMatch(Map.class::isInstance)
                ? list.stream().map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    Read read(Map<String, Object> before, MultivaluedMap<String, String> sent) {
        return read("", before, sent);
    }

    /**
     * @param prefix of the fields' names, where a form has several items
     */
    Read read(String prefix, Map<String, Object> before, MultivaluedMap<String, String> sent) {
        var problems = new TreeMap<String, String>();
        var item = new LinkedHashMap<>(before);
        for (var field : fields) {
            var name = prefix + field.name();
            switch (field.shape()) {
                case ROWS -> putRows(item, field, name, sent, problems);
                case TEXTS -> putTexts(item, field, name, sent, problems);
                case FLAG -> put(item, field, field.name(), name, sent, problems);
                case LINE,
                        PROSE,
                        NUMBER,
                        NUMBERS,
                        WORDS,
                        CHOICE,
                        LESSON,
                        ROLE,
                        CONCEPT,
                        SECTION,
                        FIGURE,
                        YAML -> {
                    if (sent.containsKey(name)) {
                        put(item, field, field.name(), name, sent, problems);
                    }
                }
            }
        }
        return new Read(item, problems, sent);
    }

    private static void put(
            Map<String, Object> item,
            ItemField field,
            String at,
            String name,
            MultivaluedMap<String, String> sent,
            Map<String, String> problems) {
        var typed = typed(sent, name);
        var old = value(item, at);
        if (field.shape() != Shape.FLAG && typed.strip().equals(shown(field, old).strip())) {
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
            case NUMBERS ->
                    words(text).stream().map(word -> number(word, name, old, problems)).toList();
            case WORDS -> words(text);
            case CHOICE -> choice(field, text, name, old, problems);
            case YAML -> yaml(text, name, old, problems);
            case PROSE, LINE, LESSON, ROLE, CONCEPT, SECTION, FIGURE, FLAG, TEXTS, ROWS -> text;
        };
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable Object yaml(
            String text, String name, @Nullable Object old, Map<String, String> problems) {
        try {
            return YamlField.read(text);
        } catch (YamlField.Unreadable e) {
            problems.put(name, String.valueOf(e.getMessage()));
            return old;
        }
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

    private static void putTexts(
            Map<String, Object> item,
            ItemField field,
            String name,
            MultivaluedMap<String, String> sent,
            Map<String, String> problems) {
        var before = list(item, field.name());
        var texts = new ArrayList<Object>();
        for (int i = 0; i < before.size() + EMPTY_ROWS; i++) {
            var typed = typed(sent, name + "." + i).strip();
            var old = i < before.size() ? before.get(i) : "";
            if (!typed.isEmpty() && !Trees.storable(typed)) {
                problems.put(name, "No character NUL, and no half of a surrogate pair.");
            } else if (!typed.isEmpty()) {
                texts.add(typed.equals(shown(old).strip()) ? old : typed);
            }
        }
        putAll(item, field, name, before, texts, problems);
    }

    private static String typed(MultivaluedMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").replace("\r\n", "\n");
    }

    private static void putRows(
            Map<String, Object> item,
            ItemField field,
            String name,
            MultivaluedMap<String, String> sent,
            Map<String, String> problems) {
        var before = rows(item, field.name());
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < before.size() + EMPTY_ROWS; i++) {
            var prefix = name + "." + i + ".";
            if (typed(sent, prefix + field.columns().getFirst().name()).isBlank()) {
                continue;
            }
            var row = new LinkedHashMap<String, Object>();
            if (i < before.size()) {
                before.get(i).forEach((key, value) -> row.put(String.valueOf(key), value));
            } else if (!field.ids().isEmpty()) {
                row.put("id", freeId(field.ids(), before, rows));
            }
            for (var column : field.columns()) {
                put(row, column, column.name(), prefix + column.name(), sent, problems);
            }
            rows.add(row);
        }
        putAll(item, field, name, before, rows, problems);
    }

    private static void putAll(
            Map<String, Object> item,
            ItemField field,
            String name,
            List<?> before,
            List<?> now,
            Map<String, String> problems) {
        if (now.isEmpty() && field.required()) {
            problems.put(name, "\"%s\": one at least is needed.".formatted(field.label()));
        } else if (!now.equals(before)) {
            set(item, field.name(), now.isEmpty() ? null : now);
        }
    }

    /** Such as {@code option-1}. */
    static String freeId(
            String beginning, List<? extends Map<?, ?>> before, List<? extends Map<?, ?>> others) {
        int n = 1;
        while (isTaken(beginning + "-" + n, before) || isTaken(beginning + "-" + n, others)) {
            n++;
        }
        return beginning + "-" + n;
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
