package descent.editor.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.course.Sample;
import descent.course.check.ContentCheck;
import descent.course.material.Finding;
import descent.course.reading.ContentReader;
import descent.course.yaml.ItemList;
import descent.shared.text.Formulas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BeginningTest {
    private static List<String> errors(Sample sample) {
        return new ContentCheck(sample.files(), Formulas.unstored())
                .all().stream().filter(Finding::isError).map(Finding::toString).toList();
    }

    static List<String> kinds() {
        return Beginning.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatBeginsHasNoErrors(String name) {
        var kind =
                switch (name) {
                    case "card" -> ItemKind.CARD;
                    case "term" -> ItemKind.TERM;
                    case "preset" -> ItemKind.PRESET;
                    default -> ItemKind.QUESTION;
                };
        var path = (kind == ItemKind.TERM ? "sample/" : Sample.LESSON) + kind.file();
        var sample = new Sample();
        var list = ItemList.read(kind.list(), sample.text(path)).orElseThrow();
        var item = Beginning.item(name, "new-one", "What: is it?", "descent", "step");
        assertEquals(List.of(), errors(sample.with(path, list.with(List.of(item)))));
        assertEquals("What: is it?", kind.beginning(item));
    }

    @Test
    void lessonAndTestBeginWithoutErrors() {
        var sample = new Sample();
        var course = new ContentReader(sample.files()).course("sample");
        sample.with("sample/lessons/03-new-one/lesson.md", Beginning.lesson("What: is it?"))
                .with(
                        "sample/tests/new-one.yaml",
                        Beginning.test("A test", course.lesson("walking-downhill").orElseThrow()))
                .replacing("sample/course.yaml", "noise", "noise, new-one");
        assertEquals(List.of(), errors(sample));
    }
}
