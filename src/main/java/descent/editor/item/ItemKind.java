package descent.editor.item;

import descent.course.material.Index;
import descent.course.yaml.ItemList;
import descent.editor.PartPath;
import descent.editor.form.Forms;
import descent.editor.form.ItemField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What has forms: items of lists, and files that are one item as a whole. */
public enum ItemKind {
    CARD("cards", "flashcard", Index.Kind.CARD, "flashcards.yaml"),
    TERM("terms", "glossary term", Index.Kind.TERM, "glossary.yaml"),
    QUESTION("questions", "question", Index.Kind.QUESTION, "questions.yaml"),
    PRESET("presets", "preset", Index.Kind.PRESET, "experiments.yaml"),
    CONCEPT("key-concepts", "key concept", Index.Kind.CONCEPT, "concepts.yaml"),
    EXAMPLE("worked-examples", "worked example", Index.Kind.WORKED_EXAMPLE, "concepts.yaml"),
    AID("memory-aids", "memory aid", Index.Kind.MEMORY_AID, "concepts.yaml"),
    TURN("turns", "turn", Index.Kind.TURN, "conversation.yaml"),
    CONVERSATION("", "conversation", Index.Kind.LESSON, "conversation.yaml"),
    CHAPTER("chapters", "chapter", Index.Kind.CHAPTER, "audiobook.yaml"),
    CHALLENGE("challenges", "challenge", Index.Kind.CHALLENGE, "challenges.yaml"),
    TEST("", "test", Index.Kind.TEST, ""),
    COURSE("", "course", Index.Kind.COURSE, "course.yaml"),
    VOICES("", "voices", Index.Kind.ROLE, "voices.yaml"),
    CATALOGUE("", "catalogue", Index.Kind.COURSE, "catalogue.yaml");

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

    /** Those of a file; none when nothing of it has forms. */
    public static List<ItemKind> of(PartPath part) {
        return Arrays.stream(values())
                .filter(kind ->
                        part.file().equals(kind.file)
                                || kind == QUESTION && part.name().contains("/questions/")
                                || kind == TEST && part.name().startsWith("tests/"))
                .toList();
    }

    /** By its name in an address; nothing when there is no such thing. */
    static Optional<ItemKind> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Those of an item's form, of several for one value the first that fits; empty when it is
     * edited as text alone.
     */
    List<ItemField> fields(Map<String, Object> item) {
        var fields =
                this == QUESTION
                        ? Forms.question(String.valueOf(item.get("type")))
                        : Forms.of(key());
        var fitting = new LinkedHashMap<String, ItemField>();
        fields.stream()
                .filter(field -> field.fits(item))
                .forEach(field -> fitting.putIfAbsent(field.name(), field));
        return List.copyOf(fitting.values());
    }

    /** Whether its items are short enough to be entered below each other. */
    public boolean isInRows() {
        return !shortFields().isEmpty();
    }

    /** Those that are entered item below item; empty where there are too many of them. */
    List<ItemField> shortFields() {
        return this == TURN
                ? Forms.of(key()).stream().filter(ItemField::required).toList()
                : List.of();
    }

    /** The beginning of what an item says. */
    String beginning(Map<String, Object> item) {
        return Stream.of("title", "term", "front", "text", "generator", "task")
                .filter(item::containsKey)
                .map(name -> String.valueOf(item.get(name)).strip())
                .findFirst()
                .orElse("");
    }

    /** The items of a file; nothing where none stands on lines of its own. */
    Optional<ItemList> read(PartPath part, String text) {
        return isWhole() ? ItemList.whole(whole(part), text) : ItemList.read(list, text);
    }

    /** The id of the only item of a file. */
    static String whole(PartPath part) {
        return part.file().replaceFirst("\\.[a-z]+$", "");
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

    /** Whether a file is one such item. */
    public boolean isWhole() {
        return list.isEmpty();
    }

    /** Whether its file is one of a lesson. */
    boolean isOfLesson() {
        return switch (this) {
            case TERM, CHALLENGE, TEST, COURSE, VOICES, CATALOGUE -> false;
            case CARD, QUESTION, PRESET, CONCEPT, EXAMPLE, AID, TURN, CONVERSATION, CHAPTER -> true;
        };
    }

    Index.Kind ids() {
        return ids;
    }

    String file() {
        return file;
    }
}
