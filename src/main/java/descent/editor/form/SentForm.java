package descent.editor.form;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a browser sent of a form, and what is wrong with it. */
final class SentForm {
    /** After those that are there. */
    static final int EMPTY_ROWS = 2;

    private final MultivaluedMap<String, String> sent;
    private final Map<String, String> problems = new TreeMap<>();

    SentForm(MultivaluedMap<String, String> sent) {
        this.sent = sent;
    }

    /** Field to what is wrong with it. */
    Map<String, String> problems() {
        return problems;
    }

    /**
     * Makes an item say what was sent.
     *
     * @param prefix of the fields' names in the form
     */
    void put(Map<String, Object> item, String prefix, List<ItemField> fields) {
        for (var field : fields) {
            var name = prefix + field.name();
            switch (field.shape().entry()) {
                case ROWS -> putAll(item, field, name, rows(field, name, field.rows(item)));
                case TEXTS -> putAll(item, field, name, texts(field, name, field.list(item)));
                case TICKED -> putTicked(item, field, name);
                case TYPED, CHOSEN -> {
                    if (sent.containsKey(name)) {
                        putTyped(item, field, name);
                    }
                }
            }
        }
    }

    private void putTicked(Map<String, Object> item, ItemField field, String name) {
        if (sent.containsKey(name)) {
            field.set(item, true);
        } else if (!Boolean.FALSE.equals(field.value(item))) {
            // A box that was never ticked and is not: nothing was said, and nothing is.
            field.set(item, null);
        }
    }

    private void putTyped(Map<String, Object> item, ItemField field, String name) {
        var text = typed(name);
        if (text.isEmpty() && field.required()) {
            problems.put(name, "\"%s\" is needed.".formatted(field.label()));
        }
        if (text.equals(field.shape().shown(field.value(item)).strip())) {
            return;
        }
        if (text.isEmpty()) {
            field.set(item, null);
        } else {
            read(field, text, name).ifPresent(value -> field.set(item, value));
        }
    }

    private String typed(String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").replace("\r\n", "\n").strip();
    }

    /** Nothing for what cannot be read: that is told. */
    private Optional<Object> read(ItemField field, String text, String name) {
        try {
            return Optional.of(field.read(text));
        } catch (Unreadable e) {
            problems.put(name, e.reason());
            return Optional.empty();
        }
    }

    private List<Object> texts(ItemField field, String name, List<?> before) {
        var texts = new ArrayList<>();
        for (int i = 0; i < before.size() + EMPTY_ROWS; i++) {
            var text = typed(name + "." + i);
            if (text.isEmpty()) {
                continue;
            }
            if (i < before.size() && text.equals(field.shape().shown(before.get(i)).strip())) {
                texts.add(before.get(i));
            } else {
                read(field, text, name).ifPresent(texts::add);
            }
        }
        return texts;
    }

    private List<Map<String, Object>> rows(
            ItemField field, String name, List<? extends Map<?, ?>> before) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < before.size() + EMPTY_ROWS; i++) {
            var prefix = name + "." + i + ".";
            if (typed(prefix + field.columns().getFirst().name()).isEmpty()) {
                continue;
            }
            var row = new LinkedHashMap<String, Object>();
            if (i < before.size()) {
                before.get(i).forEach((key, value) -> row.put(String.valueOf(key), value));
            } else if (!field.ids().isEmpty()) {
                row.put("id", FreeId.of(field.ids(), before, rows));
            }
            put(row, prefix, field.columns());
            rows.add(row);
        }
        return rows;
    }

    private void putAll(Map<String, Object> item, ItemField field, String name, List<?> now) {
        if (now.isEmpty() && field.required()) {
            problems.put(name, "\"%s\": one at least is needed.".formatted(field.label()));
        } else if (!now.equals(field.list(item))) {
            field.set(item, now.isEmpty() ? null : now);
        }
    }
}
