package descent.editor.form;

import descent.question.tree.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of an item's form.
 *
 * @param name where the value stands in the item: {@code feedback.right} is a field of a field
 * @param choices for a choice, what there is to choose of
 * @param columns for rows, the fields of each; one whose first is empty is left out
 * @param ids for rows with an id of their own, how those of new ones begin; empty for others
 */
public record ItemField(
        String name,
        String label,
        Shape shape,
        boolean required,
        List<String> choices,
        List<ItemField> columns,
        String ids) {
    public ItemField {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
    }

    /** Another of the same name. */
    ItemField as(Shape other) {
        return new ItemField(name, label, other, required, choices, columns, ids);
    }

    /** Whether a form can show what stands there without loss. */
    public boolean fits(Map<?, ?> item) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            var around = value(item, name.substring(0, dot));
            if (around != null && !(around instanceof Map<?, ?>)) {
                return false;
            }
        }
        var value = value(item);
        return value == null || shape.fits(value);
    }

    /** What an item says there. */
    public @Nullable Object value(Map<?, ?> item) {
        return value(item, name);
    }

    private static @Nullable Object value(Map<?, ?> item, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return item.get(name);
        }
        return item.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, name.substring(dot + 1))
                : null;
    }

    List<?> list(Map<?, ?> item) {
        return value(item) instanceof List<?> list ? list : List.of();
    }

    List<? extends Map<?, ?>> rows(Map<?, ?> item) {
        return shape.fits(list(item))
                ? list(item).stream().map(row -> (Map<?, ?>) row).toList()
                : List.of();
    }

    /**
     * @param text that is not empty
     */
    Object read(String text) throws Unreadable {
        if (!Trees.storable(text)) {
            throw new Unreadable("No character NUL, and no half of a surrogate pair.");
        }
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw new Unreadable(
                    "\"%s\" is none of: %s.".formatted(text, String.join(", ", choices)));
        }
        return shape.read(text);
    }

    /** Makes an item say something else there; null for nothing. */
    void set(Map<String, Object> item, @Nullable Object value) {
        set(item, name, value);
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
