package descent.game.rules;

import static descent.game.rules.Words.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.game.rules.Move.Answer;
import descent.game.rules.Move.Skip;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private final Spelling begun = (Spelling) Words.begun(GameKind.WORDS, 1);

    private static Spelling right(Spelling game, double at) {
        return game.play(new Answer(game.word().answer()), seconds(at));
    }

    @Test
    void wordsAreHiddenInThreeWays() {
        assertEquals(
                List.of("Which word is meant?", "Fill in the letters", "Put the letters in order"),
                begun.items().stream().limit(3).map(Item::task).toList());
        assertEquals(10, begun.of());
        for (int seed = 0; seed < 50; seed++) {
            for (var item : Spelling.deal(Words.WORDS, new Random(seed))) {
                var shown = (item.text() + " " + item.hint()).toLowerCase(Locale.ROOT);
                assertFalse(shown.contains(item.answer().toLowerCase(Locale.ROOT)), shown);
            }
        }
    }

    @Test
    void definitionDoesNotTellItsWord() {
        var word =
                new Word("batch", List.of("minibatch"), "Batches differ; a Batch is not batchy.");
        var item = Hidden.of(word, 0, new Random(1));
        assertEquals("Batches differ; a _____ is not batchy.", item.text());
        assertEquals("b····", item.hint());
        assertEquals(List.of("batch", "minibatch"), item.answers());
    }

    @Test
    void quickAnswerGivesAllPointsAndASlowOneLess() {
        assertEquals(100, right(begun, 5).points());
        assertEquals(80, right(begun, 15).points());
        assertEquals(20, right(begun, 300).points());
    }

    @Test
    void wrongTryCostsAndTheWordStays() {
        var tried = begun.play(new Answer("nonsense"), seconds(1));
        assertEquals(begun.word(), tried.word());
        assertEquals(75, right(tried, 2).points());
    }

    @Test
    void capitalsAndHyphensDoNotMatter() {
        var item = new Item("Which word is meant?", "?", "", List.of("learning rate"), 1);
        var game = Spelling.of(List.of(item));
        for (var text : List.of("Learning-Rate", " learning rate ", "LEARNINGRATE")) {
            assertEquals(1, game.play(new Answer(text), seconds(2)).found(), text);
        }
        assertEquals(0, game.play(new Answer("learning rates"), seconds(2)).found());
    }

    @Test
    void givingUpShowsTheWordAndGivesNothing() {
        var game = begun.play(new Skip(), seconds(1));
        assertEquals(begun.word().answer(), game.said().answer());
        assertEquals(0, game.points());
        assertEquals(1, game.missed().size());
    }

    @Test
    void whatHasNoLettersIsNoAnswer() {
        for (var text : List.of("", " ", "!?", "x".repeat(101))) {
            assertThrows(RefusedMove.class, () -> begun.play(new Answer(text), seconds(2)), text);
        }
    }

    @Test
    void nobodyReadsAndAnswersInNoTime() {
        assertThrows(RefusedMove.class, () -> right(begun, 0.3));
    }

    @Test
    void pauseTakesTheWordAwayButNotItsWrongTries() {
        var tried = begun.play(new Answer("nonsense"), seconds(1));
        var paused = tried.interrupted(seconds(20));
        assertNotEquals(tried.word(), paused.word());
        assertEquals(75, right(paused, 21).points());
        assertEquals(0, paused.done());
    }

    @Test
    void gameEndsWithTheTenthWord() {
        Spelling game = begun;
        for (int i = 1; i <= 10; i++) {
            assertFalse(game.isOver(seconds(i)));
            game = right(game, i);
        }
        assertTrue(game.isOver(seconds(10)));
        assertEquals(1000, game.result(seconds(99)).score());
    }
}
