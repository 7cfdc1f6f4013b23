package descent.editor.item;

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
    /** How a value is entered. */
    public enum Shape {
        LINE,
        /** Markdown. */
        PROSE,
        NUMBER,
        /** Numbers between commas. */
        NUMBERS,
        /** Words between commas. */
        WORDS,
        FLAG,
        CHOICE,
        /** A lesson of the course. */
        LESSON,
        /** Who speaks in the course's conversations. */
        ROLE,
        /** A key concept of the lesson. */
        CONCEPT,
        /** A section of the lesson. */
        SECTION,
        /** A figure of the lesson. */
        FIGURE,
        /** Several Markdown texts. */
        TEXTS,
        /** Several of the same kind. */
        ROWS,
        /** Whatever else there is, as it stands in the file. */
        YAML;

        boolean isChosen() {
            return switch (this) {
                case CHOICE, LESSON, ROLE, CONCEPT, SECTION, FIGURE -> true;
                case LINE, PROSE, NUMBER, NUMBERS, WORDS, FLAG, TEXTS, ROWS, YAML -> false;
            };
        }
    }

    public ItemField {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
    }

    /** Another of the same name. */
    ItemField as(Shape other) {
        return new ItemField(name, label, other, required, choices, columns, ids);
    }

    /** Whether a form can show what stands there without loss. */
    boolean fits(Map<?, ?> item) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            var around = ItemForm.value(item, name.substring(0, dot));
            if (around != null && !(around instanceof Map<?, ?>)) {
                return false;
            }
        }
        return fits(ItemForm.value(item, name));
    }

    private boolean fits(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Map<?, ?> _ -> shape == Shape.YAML;
            case List<?> list ->
                    switch (shape) {
                        case YAML -> true;
                        case ROWS -> list.stream().allMatch(Map.class::isInstance);
                        case WORDS, TEXTS, NUMBERS -> list.stream().noneMatch(ItemField::isTree);
                        case LINE,
                                PROSE,
                                NUMBER,
                                FLAG,
                                CHOICE,
                                LESSON,
                                ROLE,
                                CONCEPT,
                                SECTION,
                                FIGURE ->
                                false;
                    };
            default ->
                    switch (shape) {
                        case WORDS, TEXTS, ROWS, NUMBERS, YAML -> false;
                        case LINE,
                                PROSE,
                                NUMBER,
                                FLAG,
                                CHOICE,
                                LESSON,
                                ROLE,
                                CONCEPT,
                                SECTION,
                                FIGURE ->
                                true;
                    };
        };
    }

    private static boolean isTree(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }
}
