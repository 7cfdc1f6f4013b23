package descent.editor.item;

import descent.course.material.Lesson;
import descent.course.yaml.FileNotes;
import descent.course.yaml.ItemList;
import descent.course.yaml.YamlNode;
import descent.course.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What new items, lessons and tests begin with. */
final class Beginning {
    private static final int QUESTIONS = 5;
    private static final Map<String, Object> ITEMS = items();

    private Beginning() {}

    /** Of items: a kind in small letters, or a type of question. */
    static List<String> kinds() {
        return List.copyOf(ITEMS.keySet());
    }

    /**
     * @param kind one of {@link #kinds}
     * @param title what it asks, or is called
     */
    static Map<String, Object> item(
            String kind, String id, String title, String concept, String section) {
        var item = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(ITEMS.get(kind), kind))
                .forEach((name, value) -> item.put(String.valueOf(name), value));
        item.replace("concept", concept);
        item.replace("section", section);
        item.put("id", id);
        for (var name : List.of("front", "term", "title", "text")) {
            item.replace(name, title);
        }
        return item;
    }

    static String lesson(String title) {
        return "---\n" + ItemList.writtenFields(Map.of("title", title), 0) + text("new-lesson.md");
    }

    static String test(String title, Lesson lesson) {
        var questions = new LinkedHashMap<String, Object>();
        questions.put("draw", Math.max(1, Math.min(QUESTIONS, lesson.bank().size())));
        questions.put("from", List.of(lesson.id()));
        var test = new LinkedHashMap<String, Object>();
        test.put("title", title);
        test.put("lesson", lesson.id());
        test.put("minutes", 2 * QUESTIONS);
        test.put("pass", 0.6);
        test.put("questions", questions);
        test.put("review", "right-after");
        return ItemList.writtenFields(test, 0);
    }

    private static Map<String, Object> items() {
        var notes = new FileNotes("new-items.yaml");
        var items = YamlText.parse(text("new-items.yaml"), 1, notes).orElseThrow();
        return ((YamlNode.Mapping) items).plain();
    }

    private static String text(String file) {
        try (var in = Objects.requireNonNull(Beginning.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
