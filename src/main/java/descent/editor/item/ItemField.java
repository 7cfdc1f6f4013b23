package descent.editor.item;

import java.util.List;

/**
 * A field of an item's form.
 *
 * @param name where the value stands in the item: {@code feedback.right} is a field of a field
 * @param choices for a choice, what there is to choose of
 * @param columns for rows, the fields of each
 */
public record ItemField(
        String name,
        String label,
        Shape shape,
        boolean required,
        List<String> choices,
        List<ItemField> columns) {
    /** How a value is entered. */
    public enum Shape {
        LINE,
        /** Markdown. */
        PROSE,
        NUMBER,
        /** Words between commas. */
        WORDS,
        FLAG,
        CHOICE,
        /** A key concept of the lesson. */
        CONCEPT,
        /** A section of the lesson. */
        SECTION,
        /** Several of the same kind. */
        ROWS;

        boolean isChosen() {
            return this == CHOICE || this == CONCEPT || this == SECTION;
        }
    }

    public ItemField {
        choices = List.copyOf(choices);
        columns = List.copyOf(columns);
    }

    static ItemField of(String name, String label, Shape shape) {
        return new ItemField(name, label, shape, true, List.of(), List.of());
    }

    static ItemField choice(String name, String label, String... choices) {
        return new ItemField(name, label, Shape.CHOICE, true, List.of(choices), List.of());
    }

    static ItemField rows(String name, String label, ItemField... columns) {
        return new ItemField(name, label, Shape.ROWS, true, List.of(), List.of(columns));
    }

    ItemField optional() {
        return new ItemField(name, label, shape, false, choices, columns);
    }
}
