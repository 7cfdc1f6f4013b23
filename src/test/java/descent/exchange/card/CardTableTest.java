package descent.exchange.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.exchange.card.CardNote.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTableTest {
    @Test
    void frontBackAndTagsWithoutAHeader() {
        var file = read("term\tdefinition\tone two\nsecond\tnote\n");
        assertEquals(
                List.of(
                        new CardNote(Kind.BASIC, "term", "definition", List.of("one", "two"), ""),
                        new CardNote(Kind.BASIC, "second", "note", List.of(), "")),
                file.notes());
    }

    @Test
    void headerOfAnkiNamesTheColumns() {
        var file =
                read(
                        """
                        #separator:semicolon
                        #html:false
                        #deck:Networks
                        #tags column:1
                        #columns:tags;front;back
                        one;term;"a; ""quoted"" one
                        over two lines"
                        """);
        assertEquals(
                List.of(
                        new CardNote(
                                Kind.BASIC,
                                "term",
                                "a; \"quoted\" one\nover two lines",
                                List.of("one"),
                                "Networks")),
                file.notes());
    }

    @Test
    void textWithAGapIsCloze() {
        assertEquals(Kind.CLOZE, read("{{c1::a}} b").notes().getFirst().kind());
    }

    @Test
    void linesThatAreNoNotesAreCounted() {
        var file = read("only a front\n\n \t \n\tonly a back\nfront\t" + "x".repeat(10_001));
        assertEquals(List.of(), file.notes());
        assertEquals(
                List.of(
                        "Notes left out, since a side is empty: 2",
                        "Notes left out, since a side has more than 10,000 characters: 1"),
                file.remarks());
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        var random = new SplittableRandom(4);
        var pieces =
                List.of(
                        "a", "\t", "\n", "\"", "'", "=1+1", "+", "-", "@", "#", ";", ",", "é", "😀",
                        " b", "$x$", "\\", "|");
        var notes = new ArrayList<CardNote>();
        for (int i = 0; i < 2_000; i++) {
            var front = text(random, pieces);
            var back = text(random, pieces);
            notes.add(
                    new CardNote(
                            Kind.values()[i % 2],
                            front,
                            back,
                            List.of("t" + i, "=2"),
                            "Deck::" + i % 3));
        }
        assertEquals(notes, read(CardTable.write(notes)).notes());
    }

    private static String text(SplittableRandom random, List<String> pieces) {
        var text = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString().isBlank() ? "x" : text.toString().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "'=1"})
    void cellsThatASpreadsheetWouldComputeAreGuarded(String cell) {
        var note = new CardNote(Kind.BASIC, cell, "x", List.of(), "");
        var line = CardTable.write(List.of(note)).lines().toList().getLast();
        assertTrue(line.startsWith("'" + cell), line);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        for (var bytes : List.of(new byte[] {'P', 'K', 3, 4, 0}, new byte[] {(byte) 0xff, 'a'})) {
            var refusal = assertThrows(UnreadableFile.class, () -> CardTable.read(bytes));
            assertTrue(refusal.reason().startsWith("This is not a text file"));
        }
    }

    @Test
    void moreNotesThanOneFileMayHoldAreRefused() {
        var refusal = assertThrows(UnreadableFile.class, () -> read("a\tb\n".repeat(5_001)));
        assertEquals("The file holds more than 5,000 notes.", refusal.reason());
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreNoText() {
        var file = read("\ufefffront\tback\r\n");
        assertEquals(
                List.of(new CardNote(Kind.BASIC, "front", "back", List.of(), "")), file.notes());
    }

    private static CardFile read(String text) {
        return CardTable.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
