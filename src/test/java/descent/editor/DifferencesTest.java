package descent.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.editor.Differences.Block;
import descent.editor.Differences.Fate;
import descent.testing.SecondLane;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SecondLane
class DifferencesTest {
    private static String told(Differences differences) {
        return differences.blocks().stream()
                .map(DifferencesTest::told)
                .collect(Collectors.joining());
    }

    private static String told(Block block) {
        return block.hidden() > 0
                ? "(%d)".formatted(block.hidden())
                : block.pieces().stream()
                        .map(piece ->
                                switch (piece.fate()) {
                                    case STAYED -> piece.text();
                                    case GONE -> "[-" + piece.text() + "-]";
                                    case NEW -> "[+" + piece.text() + "+]";
                                })
                        .collect(Collectors.joining());
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void changedWordIsToldWithinItsSentence() {
        assertEquals(
                "Go [-up-][+down+] the hill.\n",
                told(Differences.between("Go up the hill.", "Go down the hill.")));
    }

    @Test
    void whatStayedFarAwayIsCounted() {
        var before = lines(1, 40);
        var after = before.replace("line 20\n", "line twenty\n");
        assertEquals(
                "(17)line 18\nline 19\nline [-20-][+twenty+]\nline 21\nline 22\n(18)",
                told(Differences.between(before, after)));
    }

    @Test
    void newAndRemovedLinesAreWholeOnes() {
        assertEquals("a\n[+b\n+]c\n", told(Differences.between("a\nc\n", "a\nb\nc\n")));
        assertEquals("a\n[-b\n-]c\n", told(Differences.between("a\nb\nc\n", "a\nc\n")));
        assertEquals("[+a\n+]", told(Differences.between("", "a\n")));
        assertEquals("[-a\n-]", told(Differences.between("a", "")));
    }

    @Test
    void sameTextsHaveNone() {
        assertTrue(Differences.between(lines(1, 9), lines(1, 9)).isEmpty());
        assertTrue(Differences.between("", "").isEmpty());
        assertFalse(Differences.between("a", "b").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,12", "12,3", "30,31", "7,70"})
    void bothTextsCanBeReadOutOfIt(int first, int second) {
        var before = lines(1, first) + "middle one\n" + lines(40, 60);
        var after = lines(1, second) + "middle two\n" + lines(40, 61);
        var shown = Differences.between(before, after);
        long hidden = shown.blocks().stream().mapToInt(Block::hidden).sum();
        assertEquals(before.lines().count(), hidden + told(shown, Fate.NEW).lines().count());
        assertEquals(after.lines().count(), hidden + told(shown, Fate.GONE).lines().count());
    }

    private static String told(Differences differences, Fate without) {
        return differences.blocks().stream()
                .flatMap(block -> block.pieces().stream())
                .filter(piece -> piece.fate() != without)
                .map(Differences.Piece::text)
                .collect(Collectors.joining());
    }

    @Test
    void hugeChangeIsToldAsOneInTime() {
        var before = "first\n" + lines(1, 300_000) + "last\n";
        var after = before.replace("line", "row");
        var told = told(Differences.between(before, after));
        assertTrue(told.startsWith("first\n[-line 1\n"), told.substring(0, 40));
        assertTrue(told.endsWith("row 300000\n+]last\n"), told.substring(told.length() - 40));
    }
}
