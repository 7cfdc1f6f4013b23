package descent.game.rules;

import static descent.game.rules.Words.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.game.rules.Move.Answer;
import descent.game.rules.Move.Skip;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickMathsTest {
    private final QuickMaths begun = (QuickMaths) Words.begun(GameKind.MATHS, 1);

    private static QuickMaths right(QuickMaths game, double at) {
        return game.play(new Answer(game.question().answer()), seconds(at));
    }

    @Test
    void threeInARowLeadUpAndAWrongOneDown() {
        var game = right(right(right(begun, 1), 2), 3);
        assertEquals(2, game.level());
        assertEquals(30, game.points());
        game = right(game, 4);
        assertEquals(50, game.points(), "a question of level 2 gives 20");
        game = game.play(new Answer("123456"), seconds(5));
        assertEquals(1, game.level());
        assertEquals(50, game.points());
        assertFalse(game.said().right());
        assertEquals("123456", game.missed().getFirst().typed());
    }

    @Test
    void givingUpShowsTheAnswer() {
        var asked = begun.question();
        var game = begun.play(new Skip(), seconds(1));
        assertEquals(asked.answer(), game.said().answer());
        assertNotEquals(asked.text(), game.question().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e3", "--1", "1/2", "NaN", ".", "1.2.3", "1234567890123"})
    void whatIsNoNumberIsRefusedAndCostsNothing(String text) {
        assertThrows(RefusedMove.class, () -> begun.play(new Answer(text), seconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"0.5, .5", "0.5, 0.50", "-3, −3", "'0,5', 0.5", "7, +7", "8., 8"})
    void numbersAreReadAsPeopleWriteThem(String typed, String meant) {
        var item = new Item("Sum", "?", "", List.of(meant.replace('−', '-')), 1);
        var game = QuickMaths.of(List.of(item));
        assertEquals(1, game.play(new Answer(typed), seconds(1)).right());
    }

    @Test
    void nobodyReadsAndAnswersInNoTime() {
        assertThrows(RefusedMove.class, () -> right(begun, 0.39));
        var game = right(begun, 0.4);
        assertThrows(RefusedMove.class, () -> right(game, 0.7));
    }

    @Test
    void pauseTakesTheQuestionAwayAndGivesNothing() {
        var paused = begun.interrupted(seconds(1));
        assertNotEquals(begun.question().text(), paused.question().text());
        assertEquals(begun.level(), paused.level());
        assertEquals(0, paused.points());
        assertNull(paused.said());
    }

    @Test
    void minuteIsAMinute() {
        assertFalse(begun.isOver(seconds(59.999)));
        assertTrue(begun.isOver(seconds(60)));
    }

    @Test
    void everyLevelHasEnoughQuestionsWithShortAnswers() {
        for (int seed = 0; seed < 200; seed++) {
            var items = MathsItems.deal(new Random(seed));
            for (int level = 1; level <= QuickMaths.LEVELS; level++) {
                int each = level;
                long of = items.stream().filter(item -> item.level() == each).count();
                assertTrue(of >= 8, "level " + level + " has " + of);
            }
            for (var item : items) {
                assertTrue(item.answer().length() <= 6, item.text() + " " + item.answer());
                assertEquals(
                        item.answer(),
                        new BigDecimal(item.answer()).stripTrailingZeros().toPlainString());
            }
        }
    }

    /** Questions and answers computed by hand. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dense layer, (\\d+) inputs, (\\d+) units, with biases: parameters\\? | a*b+b",
                "Convolution 3 × 3, (\\d+) channels in, (\\d+) out, with biases: parameters\\? | 9*a*b+b",
                "(\\d+) examples, batches of (\\d+), the last may be smaller: steps per epoch\\? | ceil",
            })
    void answersFollowFromTheQuestions(String question, String rule) {
        int seen = 0;
        var pattern = Pattern.compile(question.strip());
        for (var item : MathsItems.deal(new Random(7))) {
            var match = pattern.matcher(item.text());
            if (match.matches()) {
                seen++;
                int a = Integer.parseInt(match.group(1));
                int b = Integer.parseInt(match.group(2));
                int expected =
                        switch (rule.strip()) {
                            case "a*b+b" -> a * b + b;
                            case "9*a*b+b" -> 9 * a * b + b;
                            default -> (int) Math.ceil((double) a / b);
                        };
                assertEquals(String.valueOf(expected), item.answer(), item.text());
            }
        }
        assertTrue(seen > 3, "only " + seen);
    }
}
