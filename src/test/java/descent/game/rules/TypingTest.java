package descent.game.rules;

import static descent.game.rules.Words.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.game.rules.Move.Keys;
import descent.game.rules.Result.KeyHits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypingTest {
    private static final String LINE = "0123456789".repeat(5);

    private final Typing begun = Typing.of(lines());

    private static List<Item> lines() {
        return IntStream.range(0, 7)
                .mapToObj(i -> LINE.substring(0, 49) + (char) ('a' + i))
                .map(text -> new Item("Code", text, "", List.of(text), 1))
                .toList();
    }

    private static Typing typed(Typing game, double at) {
        return game.play(new Keys(game.line().text()), seconds(at));
    }

    @Test
    void wordsPerMinuteAreFiveCharactersEach() {
        var game = typed(typed(typed(typed(begun, 15), 30), 45), 60);
        assertTrue(game.isOver(seconds(60)));
        var result = game.result(seconds(75));
        assertEquals(40, result.score(), "200 characters in a minute");
        assertEquals("40", result.figures().getFirst().value());
        assertEquals("100.0 %", result.figures().get(1).value());
    }

    @Test
    void mistakesAreCorrectedAndCount() {
        var text = begun.line().text();
        var game = begun.play(new Keys("x\b" + text), seconds(15));
        assertEquals(new KeyHits("0", 6, 1), game.result(seconds(15)).keys().getFirst());
        assertEquals(2, new KeyHits("0", 6, 1).heat());
        assertEquals("98.0 %", game.result(seconds(15)).figures().get(1).value());
    }

    @Test
    void mistakeLeftInTheLineIsRefused() {
        var text = begun.line().text();
        for (var keys :
                List.of(
                        "",
                        "x" + text,
                        text + "x",
                        text.substring(1),
                        text + "\b",
                        "\b".repeat(9))) {
            assertThrows(RefusedMove.class, () -> begun.play(new Keys(keys), seconds(15)), keys);
        }
        begun.play(new Keys("\b\b" + text + "yz\b\b"), seconds(15));
    }

    @Test
    void nobodyTypesTwentyFiveCharactersASecond() {
        assertThrows(RefusedMove.class, () -> typed(begun, 2));
        typed(begun, 2.5);
    }

    @Test
    void pauseTakesTheLineAwayAndItsTimeIsGone() {
        var paused = begun.interrupted(seconds(10));
        assertNotEquals(begun.line().text(), paused.line().text());
        assertEquals(0, paused.done());
        var game = typed(paused, 30);
        assertEquals("20", game.result(seconds(30)).figures().getFirst().value());
    }

    @Test
    void definitionsAndCodeTakeTurns() {
        var game = (Typing) Words.begun(GameKind.TYPING, 3);
        assertEquals(
                List.of("Definition", "Code", "Definition", "Code"),
                game.lines().stream().limit(4).map(Item::task).toList());
        game.lines().forEach(line -> assertTrue(line.text().chars().allMatch(c -> c < 127)));
    }
}
