package descent.editor.item;

import descent.course.material.Concepts;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.editor.item.ItemField.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    static List<FieldView> all(
            List<ItemField> fields,
            Map<?, ?> item,
            Map<String, String> problems,
            Optional<Lesson> lesson) {
        return fields.stream().map(field -> view(field, "", item, problems, lesson)).toList();
    }

    private static FieldView view(
            ItemField field,
            String prefix,
            Map<?, ?> item,
            Map<String, String> problems,
            Optional<Lesson> lesson) {
        var name = prefix + field.name();
        var value = ItemForm.shown(ItemForm.value(item, field.name()));
        return new FieldView(
                name,
                field,
                value,
                problems.getOrDefault(name, ""),
                choices(field, value, lesson),
                field.shape() == Shape.ROWS ? rows(field, item, problems, lesson) : List.of());
    }

    private static List<List<FieldView>> rows(
            ItemField field,
            Map<?, ?> item,
            Map<String, String> problems,
            Optional<Lesson> lesson) {
        var there = ItemForm.rows(item, field.name());
        var rows = new ArrayList<List<FieldView>>();
        int all = Math.min(there.size() + ItemForm.EMPTY_ROWS, ItemForm.MOST_ROWS);
        for (int i = 0; i < all; i++) {
            var prefix = field.name() + "." + i + ".";
            var row = i < there.size() ? there.get(i) : Map.of();
            rows.add(
                    field.columns().stream()
                            .map(column -> view(column, prefix, row, problems, lesson))
                            .toList());
        }
        return rows;
    }

    /** None where the value is typed. */
    private static List<Choice> choices(ItemField field, String value, Optional<Lesson> lesson) {
        if (!field.shape().isChosen()) {
            return List.of();
        }
        var choices = new ArrayList<>(known(field, lesson));
        if (field.shape() == Shape.CHOICE && !field.required()) {
            choices.addFirst(new Choice("", "as usual"));
        }
        // What stands there stays, whoever knows it.
        boolean chosen = field.shape() != Shape.CHOICE || !value.isEmpty();
        if (chosen && choices.stream().noneMatch(choice -> choice.value().equals(value))) {
            choices.addFirst(new Choice(value, value));
        }
        return choices;
    }

    private static List<Choice> known(ItemField field, Optional<Lesson> lesson) {
        return switch (field.shape()) {
            case CHOICE ->
                    field.choices().stream()
                            .map(each -> new Choice(each, each.replace('-', ' ')))
                            .toList();
            case CONCEPT ->
                    lesson.map(Lesson::concepts).stream()
                            .flatMap(part -> part.list(Concepts::keyConcepts).stream())
                            .map(each -> new Choice(each.id(), each.term()))
                            .toList();
            case SECTION ->
                    lesson.map(Lesson::text).stream()
                            .flatMap(part -> part.list(LessonText::sections).stream())
                            .map(each -> new Choice(each.id(), each.title()))
                            .toList();
            case LINE, PROSE, NUMBER, WORDS, FLAG, ROWS -> List.of();
        };
    }
}
