package descent.editor.item;

import descent.course.material.Lesson;
import descent.course.yaml.WrittenYaml;
import descent.editor.form.PackagedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What new items, lessons and tests begin with. */
final class Beginning {
    private static final int QUESTIONS = 5;
    private static final Pattern WORD = Pattern.compile("\\b[A-Z]{5,}\\b");
    private static final Map<String, Object> ITEMS =
            PackagedFile.mapping(Beginning.class, "new-items.yaml");

    private Beginning() {}

    /** Of items: a kind in small letters, or a type of question. */
    static List<String> kinds() {
        return List.copyOf(ITEMS.keySet());
    }

    /**
     * @param kind one of {@link #kinds}
     * @param said by the words in capitals for which it stands
     */
    static Map<String, Object> item(String kind, String id, Map<String, String> said) {
        var item = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(ITEMS.get(kind), kind))
                .forEach((name, value) ->
                        item.put(
                                String.valueOf(name),
                                value instanceof String text ? filled(text, said) : value));
        item.put("id", id);
        return item;
    }

    private static String filled(String text, Map<String, String> said) {
        return WORD.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(said.getOrDefault(found.group(), found.group())));
    }

    static String lesson(String title) {
        return "---\n"
                + WrittenYaml.fields(Map.of("title", title), 0)
                + PackagedFile.text(Beginning.class, "new-lesson.md");
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
        return WrittenYaml.fields(test, 0);
    }
}
