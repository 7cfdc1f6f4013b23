package descent.flashcard.deck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.exchange.card.CardNote;
import descent.exchange.card.CardNote.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    @Test
    void basicNoteAsksItsFront() {
        var note = note(Kind.BASIC, "Which way?", "Down.");
        assertEquals(List.of("lesson.x.front"), keys(note));
        assertEquals("Which way?", asked(note, "front"));
        assertEquals("Down.", told(note, "front"));
    }

    @Test
    void reversedNoteAsksBothWays() {
        var note = note(Kind.REVERSED, "gradient", "The list of slopes.");
        assertEquals(List.of("lesson.x.front", "lesson.x.back"), keys(note));
        assertEquals("The list of slopes.", asked(note, "back"));
        assertEquals("gradient", told(note, "back"));
    }

    @Test
    void eachNumberOfGapsIsACard() {
        var note = note(Kind.CLOZE, "{{c2::Two}} and {{c1::one}}, and {{c2::two}} again.", "");
        assertEquals(List.of("lesson.x.c1", "lesson.x.c2"), keys(note));
        assertEquals("Two and \\[…\\], and two again.", asked(note, "c1"));
        assertEquals("\\[…\\] and one, and \\[…\\] again.", asked(note, "c2"));
        assertEquals("**Two** and one, and **two** again.", told(note, "c2"));
    }

    @Test
    void hintStandsInTheGap() {
        var note = note(Kind.CLOZE, "It is {{c1::blue::a colour}}.", "");
        assertEquals("It is \\[a colour\\].", asked(note, "c1"));
        assertEquals("It is **blue**.", told(note, "c1"));
    }

    @Test
    void gapHoldsAFormulaWithBraces() {
        var note = note(Kind.CLOZE, "The step is {{c1::$\\frac{\\eta}{\\sqrt{v}}$}} long.", "");
        assertEquals("The step is \\[…\\] long.", asked(note, "c1"));
        assertEquals("The step is $\\frac{\\eta}{\\sqrt{v}}$ long.", told(note, "c1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$w - {{c1::\\eta g}}$", "$$w - {{c1::\\eta g}}$$"})
    void gapStandsInsideAFormula(String front) {
        var note = note(Kind.CLOZE, front, "");
        assertEquals(
                "w - \\boxed{\\,?\\,}", asked(note, "c1").replace("$", ""), "as TeX, not as text");
        assertEquals("w - \\boxed{\\eta g}", told(note, "c1").replace("$", ""));
    }

    @Test
    void remarkFollowsTheFilledGap() {
        assertEquals(
                "A **b**.\n\nWhy so.", told(note(Kind.CLOZE, "A {{c1::b}}.", "Why so."), "c1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lesson.x",
                "lesson..front",
                "lesson.x.left",
                "other.x.front",
                "lesson.x.c1234",
                "lesson.x'.front",
                "lesson.x.front\n"
            })
    void whatIsNoKeyIsToldApart(String text) {
        assertEquals(Optional.empty(), CardKey.parse(text));
    }

    @Test
    void keyIsReadAsItIsWritten() {
        var key = new CardKey("own.0a-1", "c12");
        assertEquals(Optional.of(key), CardKey.parse(key.toString()));
    }

    private static Note note(Kind kind, String front, String back) {
        return new Note(
                "lesson.x",
                Deck.GLOSSARY,
                new CardNote(kind, front, back, List.of(), ""),
                null,
                "",
                "");
    }

    private static List<String> keys(Note note) {
        return note.cards().stream().map(CardKey::toString).toList();
    }

    private static String asked(Note note, String side) {
        return note.question(new CardKey(note.id(), side)).source().strip();
    }

    private static String told(Note note, String side) {
        return note.answer(new CardKey(note.id(), side)).source().strip();
    }
}
