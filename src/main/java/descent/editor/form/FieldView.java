package descent.editor.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field as its template shows it.
 *
 * @param name in the form
 * @param value as it is entered
 * @param problem empty for none
 * @param rows for several of the same kind, the last ones empty
 */
public record FieldView(
        String name,
        ItemField field,
        String value,
        String problem,
        List<Choice> choices,
        List<List<FieldView>> rows) {
    /** One of what there is to choose of. */
    public record Choice(String value, String label) {}

    public boolean isOn() {
        return value.equals("true");
    }

    /**
     * @param prefix of the fields' names, where a form has several items
     */
    public static List<FieldView> all(
            String prefix, List<ItemField> fields, ItemForm.Read read, Known known) {
        return all(prefix, fields, read.item(), read, known);
    }

    private static List<FieldView> all(
            String prefix,
            List<ItemField> fields,
            Map<?, ?> item,
            ItemForm.Read read,
            Known known) {
        return fields.stream().map(field -> view(field, prefix, item, read, known)).toList();
    }

    private static FieldView view(
            ItemField field, String prefix, Map<?, ?> item, ItemForm.Read read, Known known) {
        var name = prefix + field.name();
        var value = read.shown(name, field.shape().shown(field.value(item)));
        return new FieldView(
                name,
                field,
                value,
                read.problems().getOrDefault(name, ""),
                choices(field, value, known),
                switch (field.shape().entry()) {
                    case ROWS -> rows(field, name, item, read, known);
                    case TEXTS -> texts(field, name, item);
                    case TYPED, CHOSEN, TICKED -> List.of();
                });
    }

    private static List<List<FieldView>> rows(
            ItemField field, String name, Map<?, ?> item, ItemForm.Read read, Known known) {
        var there = field.rows(item);
        var rows = new ArrayList<List<FieldView>>();
        for (int i = 0; i < there.size() + SentForm.EMPTY_ROWS; i++) {
            var row = i < there.size() ? there.get(i) : Map.of();
            rows.add(all(name + "." + i + ".", field.columns(), row, read, known));
        }
        return rows;
    }

    private static List<List<FieldView>> texts(ItemField field, String name, Map<?, ?> item) {
        var there = field.list(item);
        var one = field.as(Shape.PROSE);
        var rows = new ArrayList<List<FieldView>>();
        for (int i = 0; i < there.size() + SentForm.EMPTY_ROWS; i++) {
            var text = i < there.size() ? one.shape().shown(there.get(i)) : "";
            rows.add(List.of(new FieldView(name + "." + i, one, text, "", List.of(), List.of())));
        }
        return rows;
    }

    /** None where the value is typed. */
    private static List<Choice> choices(ItemField field, String value, Known known) {
        if (field.shape().entry() != Shape.Entry.CHOSEN) {
            return List.of();
        }
        var choices = new ArrayList<>(known.choices(field));
        if (!field.required()) {
            choices.addFirst(new Choice("", field.shape() == Shape.CHOICE ? "as usual" : "none"));
        }
        // What stands there stays, whoever knows it.
        boolean chosen = field.shape() != Shape.CHOICE || !value.isEmpty();
        if (chosen && choices.stream().noneMatch(choice -> choice.value().equals(value))) {
            choices.addFirst(new Choice(value, value));
        }
        return choices;
    }
}
