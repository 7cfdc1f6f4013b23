package descent.editor.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.yaml.ItemList;
import descent.question.QuestionReader;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemFormTest {
    private static final String BANK = new Sample().text(Sample.LESSON + "questions.yaml");
    private static final ItemList LIST = ItemList.read("questions", BANK).orElseThrow();

    /** What a browser sends of a form in which nothing was changed. */
    private static MultivaluedMap<String, String> sent(Map<String, Object> item) {
        var sent = new MultivaluedHashMap<String, String>();
        var fields = ItemKind.QUESTION.fields(item);
        for (var view : FieldView.all(fields, item, Map.of(), Optional.empty())) {
            send(view, sent);
        }
        return sent;
    }

    private static void send(FieldView view, MultivaluedMap<String, String> sent) {
        if (!view.rows().isEmpty()) {
            view.rows().forEach(row -> row.forEach(cell -> send(cell, sent)));
        } else if (view.field().shape() != ItemField.Shape.FLAG || view.isOn()) {
            sent.putSingle(view.name(), view.value().replace("\n", "\r\n"));
        }
    }

    private static ItemForm.Read read(String id, MultivaluedMap<String, String> sent) {
        var item = LIST.trees().get(id);
        return new ItemForm(ItemKind.QUESTION.fields(item)).read(item, sent);
    }

    static List<String> ids() {
        return List.copyOf(LIST.trees().keySet());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whatNobodyChangedIsTheSameByteForByte(String id) {
        var read = read(id, sent(LIST.trees().get(id)));
        assertEquals(Map.of(), read.problems());
        assertEquals(BANK, LIST.withFields(read.item()));
    }

    @Test
    void onlyTheChangedFieldIsWrittenAnew() {
        var sent = sent(LIST.trees().get("q-step"));
        sent.putSingle("tolerance.absolute", "0.05");
        sent.putSingle("text", "One step: where to?");
        var after = LIST.withFields(read("q-step", sent).item());
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
}
