package descent.editor.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.yaml.ItemList;
import descent.editor.PartPath;
import descent.editor.form.FieldView;
import descent.editor.form.ItemForm;
import descent.editor.form.Known;
import descent.editor.form.Shape;
import descent.editor.form.Unreadable;
import descent.question.QuestionReader;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemFormTest {
    private static final String BANK = new Sample().text(Sample.LESSON + "questions.yaml");
    private static final ItemList LIST = ItemList.read("questions", BANK).orElseThrow();

    /** What a browser sends of a form in which nothing was changed. */
    private static MultivaluedMap<String, String> sent(Map<String, Object> item) {
        return sent(ItemKind.QUESTION, item);
    }

    private static MultivaluedMap<String, String> sent(ItemKind kind, Map<String, Object> item) {
        var sent = new MultivaluedHashMap<String, String>();
        var fields = kind.fields(item);
        for (var view : FieldView.all("", fields, ItemForm.Read.of(item), Known.NOTHING)) {
            send(view, sent);
        }
        return sent;
    }

    private static void send(FieldView view, MultivaluedMap<String, String> sent) {
        if (!view.rows().isEmpty()) {
            view.rows().forEach(row -> row.forEach(cell -> send(cell, sent)));
        } else if (view.field().shape() != Shape.FLAG || view.isOn()) {
            sent.putSingle(view.name(), view.value().replace("\n", "\r\n"));
        }
    }

    private static ItemForm.Read read(String id, MultivaluedMap<String, String> sent) {
        var item = LIST.trees().get(id);
        return new ItemForm(ItemKind.QUESTION.fields(item)).read(item, sent);
    }

    static List<Path> files() throws IOException {
        try (var sample = Files.walk(Path.of("src/test/content"));
                var shipped = Files.walk(Path.of("content"))) {
            return Stream.concat(sample, shipped)
                    .filter(f -> f.toString().endsWith(".yaml"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatNobodyChangedIsTheSameByteForByte(Path file) throws IOException {
        var text = Files.readString(file);
        var part = PartPath.of(file.toString().replaceFirst("^(src/test/)?content/", ""));
        for (var kind : ItemKind.of(part)) {
            var list = kind.read(part, text).orElseThrow();
            list.trees()
                    .forEach((id, item) -> {
                        var fields = kind.fields(item);
                        assertFalse(fields.isEmpty(), id);
                        var read = new ItemForm(fields).read(item, sent(kind, item));
                        assertEquals(Map.of(), read.problems(), id);
                        assertEquals(text, list.withFields(id, read.item()), id);
                    });
        }
    }

    /** What is entered as YAML is read as it was shown, and so is what was written anew. */
    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenAnewSaysTheSame(Path file) throws IOException {
        var text = Files.readString(file);
        var part = PartPath.of(file.toString().replaceFirst("^(src/test/)?content/", ""));
        for (var kind : ItemKind.of(part)) {
            for (var item : kind.read(part, text).orElseThrow().trees().values()) {
                for (var field : kind.fields(item)) {
                    var value = field.value(item);
                    if (field.shape() == Shape.YAML && value != null) {
                        assertEquals(value, yaml(Shape.YAML.shown(value)));
                    }
                }
            }
        }
    }

    private static Object yaml(String text) {
        try {
            return Shape.YAML.read(text);
        } catch (Unreadable e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void onlyTheChangedFieldIsWrittenAnew() {
        var sent = sent(LIST.trees().get("q-step"));
        sent.putSingle("tolerance.absolute", "0.05");
        sent.putSingle("text", "One step: where to?");
        var after = LIST.withFields("q-step", read("q-step", sent).item());
        assertEquals(
                BANK.replace(
                                "tolerance: {absolute: 0.01}\n    feedback: {right: Right., wrong: The slope",
                                "tolerance:\n      absolute: 0.05\n    feedback: {right: Right., wrong: The slope")
                        .replace(
                                "text: One step from $w = 1$ on $w^2$ with $\\eta = 0.1$?",
                                "text: 'One step: where to?'"),
                after);
    }

    @Test
    void optionIsAddedAndAnotherTakenOut() {
        var sent = sent(LIST.trees().get("q-direction"));
        sent.putSingle("options.1.text", " ");
        sent.putSingle("options.2.text", "Sideways.");
        sent.putSingle("options.2.feedback", "Never.");
        var read = read("q-direction", sent);
        assertEquals(Map.of(), read.problems());
        var question = QuestionReader.read(read.item());
        assertTrue(question.toString().contains("Sideways."));
        var options = (List<?>) read.item().get("options");
        assertEquals(2, options.size());
        assertEquals("against", ((Map<?, ?>) options.getFirst()).get("id"));
        assertEquals("option-1", ((Map<?, ?>) options.getLast()).get("id"));
    }

    @Test
    void whatIsNoValueIsToldAndTheOldOneStays() {
        var item = LIST.trees().get("q-step");
        var sent = sent(item);
        sent.putSingle("answer", "much");
        sent.putSingle("text", "");
        sent.putSingle("difficulty", "impossible");
        var read = read("q-step", sent);
        assertEquals(
                Map.of(
                        "answer", "\"much\" is no number such as 0.25.",
                        "text", "\"Question\" is needed.",
                        "difficulty", "\"impossible\" is none of: easy, medium, hard."),
                read.problems());
        assertSame(item.get("answer"), read.item().get("answer"));
    }

    @Test
    void numberThatWouldFillTheServerIsNone() {
        var sent = sent(LIST.trees().get("q-step"));
        sent.putSingle("answer", "1e999999999");
        assertEquals(
                Map.of("answer", "\"1e999999999\" is no number such as 0.25."),
                read("q-step", sent).problems());
        assertEquals("Infinity", Shape.NUMBER.shown(Double.valueOf("1e400")));
    }

    @Test
    void partThatIsEnteredAsYamlIsToldItsLineWhenItIsNone() {
        var item =
                Beginning.item("cloze", "q-new", Map.of("CONCEPT", "descent", "SECTION", "step"));
        var fields = ItemKind.QUESTION.fields(item);
        var sent = sent(item);
        sent.putSingle("gaps", "- id: gap-1\n  kind: [text");
        var read = new ItemForm(fields).read(item, sent);
        assertTrue(read.problems().get("gaps").startsWith("Line 2: "), read.problems()::toString);
        assertSame(item.get("gaps"), read.item().get("gaps"));
        assertTrue(
                FieldView.all("", fields, read, Known.NOTHING).stream()
                        .anyMatch(view -> view.value().endsWith("kind: [text")),
                "what was typed is shown again");
        sent.putSingle(
                "gaps",
                "- {id: gap-1, kind: numerical, answer: 2, feedback: {right: R., wrong: W.}}");
        QuestionReader.read(new ItemForm(fields).read(item, sent).item());
    }

    @Test
    void hintsAreTextsOneBelowTheOther() {
        var item = LIST.trees().get("q-step");
        var sent = sent(item);
        sent.putSingle("hints.0", "Look down.");
        sent.putSingle("hints.1", "Look again.");
        assertEquals(
                List.of("Look down.", "Look again."), read("q-step", sent).item().get("hints"));
    }
}
