package descent.editor.item;

import descent.course.material.Index;
import descent.editor.PartPath;
import descent.editor.item.ItemField.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists whose items have forms. */
public enum ItemKind {
    CARD("cards", "flashcard", Index.Kind.CARD, "flashcards.yaml"),
    TERM("terms", "glossary term", Index.Kind.TERM, "glossary.yaml"),
    QUESTION("questions", "question", Index.Kind.QUESTION, "questions.yaml"),
    PRESET("presets", "preset", Index.Kind.PRESET, "experiments.yaml");

    private static final ItemField CONCEPT = ItemField.of("concept", "Key concept", Shape.CONCEPT);
    private static final ItemField SECTION = ItemField.of("section", "Section", Shape.SECTION);
    private static final ItemField DIFFICULTY =
            ItemField.choice("difficulty", "Difficulty", "easy", "medium", "hard");

    /** What many questions are given at once. */
    static final List<ItemField> TAGS = List.of(CONCEPT, SECTION, DIFFICULTY);

    private static final List<ItemField> CARD_FIELDS =
            List.of(
                    ItemField.choice("kind", "Kind", "basic", "reversed", "cloze"),
                    CONCEPT,
                    SECTION,
                    ItemField.of("front", "Front", Shape.PROSE),
                    ItemField.of("back", "Back", Shape.PROSE));
    private static final List<ItemField> TERM_FIELDS =
            List.of(
                    ItemField.of("term", "Term", Shape.LINE),
                    ItemField.of("also", "Also called", Shape.WORDS).optional(),
                    ItemField.of("definition", "Definition", Shape.PROSE));
    private static final ItemField ROW_TEXT = ItemField.of("text", "Text", Shape.PROSE);
    private static final ItemField ROW_SAID =
            ItemField.of("feedback", "What is said to it", Shape.PROSE);
    private static final ItemField OPTIONS =
            ItemField.rows(
                    "options",
                    "Options",
                    ROW_TEXT,
                    ItemField.of("correct", "Right", Shape.FLAG).optional(),
                    ROW_SAID);
    private static final ItemField WRONG =
            ItemField.of("feedback.wrong", "What is said to other answers", Shape.PROSE).optional();
    private static final Map<String, List<ItemField>> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("single-choice", List.of(OPTIONS));
        KEYS.put(
                "multiple-choice",
                List.of(
                        OPTIONS,
                        ItemField.choice(
                                        "scoring",
                                        "Scoring",
                                        "proportional",
                                        "proportional-with-penalty",
                                        "all-or-nothing")
                                .optional()));
        KEYS.put(
                "true-false",
                List.of(
                        ItemField.choice("answer", "Right answer", "true", "false"),
                        ItemField.of("feedback.true", "What is said to true", Shape.PROSE),
                        ItemField.of("feedback.false", "What is said to false", Shape.PROSE)));
        KEYS.put(
                "numerical",
                List.of(
                        ItemField.of("answer", "Right number", Shape.NUMBER).optional(),
                        ItemField.of("tolerance.absolute", "May be off by", Shape.NUMBER)
                                .optional(),
                        ItemField.of("tolerance.relative", "Or by this share of it", Shape.NUMBER)
                                .optional(),
                        ItemField.of("feedback.right", "What is said when right", Shape.PROSE)
                                .optional(),
                        WRONG));
        KEYS.put(
                "short-answer",
                List.of(
                        ItemField.rows(
                                "answers",
                                "Accepted answers",
                                ItemField.of("text", "Text, * for anything", Shape.LINE),
                                ItemField.of("fraction", "Worth, from 0 to 1", Shape.NUMBER)
                                        .optional(),
                                ROW_SAID),
                        WRONG));
    }

    private final String list;
    private final String words;
    private final Index.Kind ids;
    private final String file;

    ItemKind(String list, String words, Index.Kind ids, String file) {
        this.list = list;
        this.words = words;
        this.ids = ids;
        this.file = file;
    }

    /** By the file that holds the list; nothing when its items have no forms. */
    public static Optional<ItemKind> of(PartPath part) {
        return Arrays.stream(values())
                .filter(kind -> part.file().equals(kind.file) || kind == QUESTION && isBank(part))
                .findFirst();
    }

    private static boolean isBank(PartPath part) {
        return part.name().contains("/questions/");
    }

    /** Types of questions whose every field has its place in a form. */
    static List<String> types() {
        return List.copyOf(KEYS.keySet());
    }

    /** Those of an item's form; empty when it is edited as text alone. */
    List<ItemField> fields(Map<String, Object> item) {
        return switch (this) {
            case CARD -> CARD_FIELDS;
            case TERM -> TERM_FIELDS;
            case QUESTION -> question(KEYS.get(String.valueOf(item.get("type"))));
            case PRESET -> List.of();
        };
    }

    private static List<ItemField> question(@Nullable List<ItemField> key) {
        if (key == null) {
            return List.of();
        }
        var fields = new ArrayList<>(TAGS);
        fields.add(ItemField.of("text", "Question", Shape.PROSE));
        fields.addAll(key);
        fields.add(ItemField.of("explanation", "Explanation", Shape.PROSE));
        return fields;
    }

    /** The beginning of what an item says. */
    String beginning(Map<String, Object> item) {
        return Stream.of("title", "term", "front", "text", "generator", "task")
                .filter(item::containsKey)
                .map(name -> String.valueOf(item.get(name)).strip())
                .findFirst()
                .orElse("");
    }

    public String list() {
        return list;
    }

    public String words() {
        return words;
    }

    public boolean isQuestion() {
        return this == QUESTION;
    }

    public boolean isPreset() {
        return this == PRESET;
    }

    Index.Kind ids() {
        return ids;
    }

    String file() {
        return file;
    }
}
