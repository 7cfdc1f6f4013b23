package descent.editor.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.check.ContentCheck;
import descent.course.material.Finding;
import descent.course.reading.ContentReader;
import descent.editor.PartPath;
import descent.shared.text.TestFormulas;
import descent.testing.SecondLane;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SecondLane
class BeginningTest {
    private static List<String> errors(Sample sample) {
        return new ContentCheck(sample.files(), TestFormulas.DRAWN_ONCE)
                .all().stream().filter(Finding::isError).map(Finding::toString).toList();
    }

    static List<String> kinds() {
        return Beginning.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatBeginsHasNoErrors(String name) {
        var kind = ItemKind.named(name).orElse(ItemKind.QUESTION);
        var path = (kind.isOfLesson() ? Sample.LESSON : "sample/") + kind.file();
        var sample = new Sample();
        var list = kind.read(PartPath.of(path), sample.text(path)).orElseThrow();
        var item =
                Beginning.item(
                        name,
                        "new-one",
                        Map.of(
                                "TITLE", "What: is it?",
                                "LESSON", "walking-downhill",
                                "CONCEPT", "descent",
                                "SECTION", "step",
                                "FIGURE", "figures/valley.svg",
                                "SPEAKER", "teacher"));
        assertEquals(List.of(), errors(sample.with(path, list.with(List.of(item)))));
        assertTrue(
                name.equals("generated") || kind.beginning(item).startsWith("What: is it?"),
                kind.beginning(item));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatBeginsHasAFormForAllOfIt(String name) {
        var item = Beginning.item(name, "new-one", Map.of());
        var kind = ItemKind.named(name).orElse(ItemKind.QUESTION);
        var shown =
                kind.fields(item).stream()
                        .map(field -> field.name().replaceFirst("\\..*", ""))
                        .collect(Collectors.toSet());
        shown.addAll(Set.of("id", "type"));
        assertTrue(shown.containsAll(item.keySet()), () -> name + ": " + shown);
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
