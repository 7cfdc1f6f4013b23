package descent.editor.form;

import descent.course.material.Concepts;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.Syllabus;
import descent.editor.form.FieldView.Choice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to choose of in fields that name something of the course. */
public record Known(Map<Shape, List<Choice>> choices) {
    public static final Known NOTHING = new Known(Map.of());

    /**
     * @param lesson that the item belongs to
     */
    public static Known of(Course course, Optional<Lesson> lesson) {
        var choices = new EnumMap<Shape, List<Choice>>(Shape.class);
        choices.put(
                Shape.LESSON,
                course.lessons().stream()
                        .map(each -> new Choice(each.id(), each.title()))
                        .toList());
        choices.put(
                Shape.ROLE,
                course.syllabus().content().map(Syllabus::cast).orElse(Map.of()).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(role ->
                                new Choice(
                                        role.getKey(),
                                        "%s (%s)".formatted(role.getValue(), role.getKey())))
                        .toList());
        lesson.ifPresent(whose -> {
            choices.put(
                    Shape.CONCEPT,
                    whose.concepts().list(Concepts::keyConcepts).stream()
                            .map(each -> new Choice(each.id(), each.term()))
                            .toList());
            choices.put(
                    Shape.SECTION,
                    whose.text().list(LessonText::sections).stream()
                            .map(each -> new Choice(each.id(), each.title()))
                            .toList());
            choices.put(
                    Shape.FIGURE,
                    whose.figures().keySet().stream()
                            .sorted()
                            .map(each -> new Choice(each, each))
                            .toList());
        });
        return new Known(choices);
    }

    List<Choice> choices(ItemField field) {
        return field.shape() == Shape.CHOICE
                ? field.choices().stream()
                        .map(each -> new Choice(each, each.replace('-', ' ')))
                        .toList()
                : choices.getOrDefault(field.shape(), List.of());
    }

    /** What a new item is given of what there is; a word that says so where there is nothing. */
    public String first(Shape shape) {
        return choices.getOrDefault(shape, List.of()).stream()
                .map(Choice::value)
                .findFirst()
                .orElse("none-yet");
    }
}
