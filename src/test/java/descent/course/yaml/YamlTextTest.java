package descent.course.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.material.Finding;
import descent.testing.SecondLane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SecondLane
class YamlTextTest {
    private final FileNotes notes = new FileNotes("a.yaml");

    private Object plain(String text) {
        return YamlText.parse(text, 1, notes).orElseThrow().plain();
    }

    private List<String> problems() {
        return notes.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void scalarsAreWhatTheyLookLike() {
        assertEquals(
                Map.of(
                        "whole",
                        7,
                        "large",
                        3_000_000_000L,
                        "decimal",
                        0.5,
                        "exponent",
                        1e-3,
                        "flag",
                        true,
                        "quoted",
                        "7",
                        "word",
                        "yes",
                        "octal",
                        10,
                        "nothing",
                        "",
                        "endless",
                        ".inf"),
                plain(
                        """
                        whole: 7
                        large: 3000000000
                        decimal: 0.5
                        exponent: 1e-3
                        flag: true
                        quoted: "7"
                        word: yes
                        octal: 010
                        nothing:
                        endless: .inf
                        """));
        assertEquals(List.of(), problems());
    }

    @Test
    void linesAreThoseOfTheFile() {
        var node = YamlText.parse("a:\n  - x: 1\n  - x: |\n      text\n", 5, notes).orElseThrow();
        assertEquals(6, node.at(List.of("a", 0)).line());
        assertEquals(7, node.at(List.of("a", 1, "x")).line());
        assertEquals(7, node.at(List.of("a", 1, "nosuch")).line(), "the last that is there");
        var text = (YamlNode.Scalar) node.at(List.of("a", 1, "x"));
        assertEquals(8, text.prose().line(), "below the |");
    }

    @Test
    void syntaxErrorIsTold() {
        assertTrue(YamlText.parse("a: [1,\nb: 2\n", 1, notes).isEmpty());
        assertTrue(problems().getFirst().startsWith("a.yaml:3: yaml: "), problems().toString());
    }

    @Test
    void everySecondFieldIsTold() {
        assertEquals(Map.of("a", 1), plain("a: 1\na: 2\na: 3\n"));
        assertEquals(2, problems().size());
        assertTrue(problems().getFirst().startsWith("a.yaml:2: yaml: "), problems().toString());
    }

    @Test
    void aliasesAreRefusedHoweverMuchTheyMultiply() {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertTrue(YamlText.parse(bomb.toString(), 1, notes).isEmpty()));
        assertTrue(
                problems().getFirst().contains("a.yaml:2: yaml: aliases"), problems().toString());
    }

    @ParameterizedTest
    @CsvSource({"200,[", "100000,["})
    void nestingIsBounded(int depth, String bracket) {
        assertTrue(YamlText.parse("a: " + bracket.repeat(depth), 1, notes).isEmpty());
        assertEquals(1, problems().size());
    }

    @Test
    void sizeIsBounded() {
        assertTrue(YamlText.parse("a: " + "x".repeat(1 << 20), 1, notes).isEmpty());
        assertTrue(problems().getFirst().contains("divide it"), problems().toString());
    }

    @Test
    void controlCharacterIsToldWithItsLine() {
        assertTrue(YamlText.parse("a: 1\nb: \u0007\n", 1, notes).isEmpty());
        assertEquals(List.of("a.yaml:2: yaml: the character U+0007 is not allowed"), problems());
    }

    @Test
    void tagsMakeNothing() {
        var text = "a: !!javax.script.ScriptEngineManager {x: 1}";
        assertTrue(YamlText.parse(text, 1, notes).isEmpty());
        assertEquals(1, problems().size());
    }
}
