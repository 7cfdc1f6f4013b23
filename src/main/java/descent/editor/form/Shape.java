package descent.editor.form;

import descent.question.tree.Trees;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a value is entered, and so what a form can show of an item without loss. */
public enum Shape {
    LINE(Entry.TYPED, Shape::isOne, Shape::text),
    /** Markdown. */
    PROSE(Entry.TYPED, Shape::isOne, Shape::text),
    NUMBER(Entry.TYPED, Shape::isOne, Shape::number),
    /** Numbers between commas. */
    NUMBERS(Entry.TYPED, Shape::isSeveral, Shape::numbers),
    /** Words between commas. */
    WORDS(Entry.TYPED, Shape::isSeveral, Shape::words),
    FLAG(Entry.TICKED, Shape::isOne, Boolean::valueOf),
    CHOICE(Entry.CHOSEN, Shape::isOne, Shape::choice),
    /** A lesson of the course. */
    LESSON(Entry.CHOSEN, Shape::isOne, Shape::text),
    /** Who speaks in the course's conversations. */
    ROLE(Entry.CHOSEN, Shape::isOne, Shape::text),
    /** A key concept of the lesson. */
    CONCEPT(Entry.CHOSEN, Shape::isOne, Shape::text),
    /** A section of the lesson. */
    SECTION(Entry.CHOSEN, Shape::isOne, Shape::text),
    /** A figure of the lesson. */
    FIGURE(Entry.CHOSEN, Shape::isOne, Shape::text),
    /** Several Markdown texts. */
    TEXTS(Entry.TEXTS, Shape::isSeveral, Shape::text),
    /** Several of the same kind. */
    ROWS(Entry.ROWS, Shape::isRows, Shape::text),
    /** Whatever else there is, as it stands in the file. */
    YAML(Entry.TYPED, Shape::isTree, YamlField::read);

    /** What an author does with its field. */
    enum Entry {
        TYPED,
        CHOSEN,
        TICKED,
        /** A field each, one below the other. */
        TEXTS,
        /** Fields of their own each. */
        ROWS
    }

    private interface Reading {
        Object read(String text) throws Unreadable;
    }

    private final Entry entry;
    private final Predicate<Object> fitting;
    private final Reading reading;

    Shape(Entry entry, Predicate<Object> fitting, Reading reading) {
        this.entry = entry;
        this.fitting = fitting;
        this.reading = reading;
    }

    Entry entry() {
        return entry;
    }

    /** Whether its field shows all of a value. */
    boolean fits(Object value) {
        return fitting.test(value);
    }

    /** As it is entered; empty for nothing. */
    public String shown(@Nullable Object value) {
        if (this == YAML) {
            return YamlField.shown(value);
        }
        return switch (value) {
            case null -> "";
            case List<?> list ->
                    list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Double number when Double.isFinite(number) ->
                    BigDecimal.valueOf(number).toPlainString();
            default -> String.valueOf(value).stripTrailing();
        };
    }

    /**
     * @param text that is not empty
     */
    public Object read(String text) throws Unreadable {
        return reading.read(text);
    }

    private static boolean isOne(Object value) {
        return !isTree(value);
    }

    private static boolean isSeveral(Object value) {
        return value instanceof List<?> list && list.stream().noneMatch(Shape::isTree);
    }

    private static boolean isRows(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
    }

    private static boolean isTree(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private static Object text(String text) {
        return text;
    }

    private static Object choice(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private static BigDecimal number(String text) throws Unreadable {
        // Not 1e999999999, which would be written with all its zeros.
        var number = Trees.number(text.replace('\u2212', '-'));
        if (number == null) {
            throw new Unreadable("\"%s\" is no number such as 0.25.".formatted(text));
        }
        return number;
    }

    private static List<Object> numbers(String text) throws Unreadable {
        var numbers = new ArrayList<>();
        for (var word : words(text)) {
            numbers.add(number(word));
        }
        return numbers;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
