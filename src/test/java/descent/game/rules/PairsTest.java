package descent.game.rules;

import static descent.game.rules.Words.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.game.rules.Move.Turn;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairsTest {
    private final Pairs begun = (Pairs) Words.begun(GameKind.PAIRS, 1);

    private int partner(int card) {
        return IntStream.range(0, begun.cards().size())
                .filter(i -> i != card && isPair(i, card))
                .findFirst()
                .orElseThrow();
    }

    private int stranger(int card) {
        return IntStream.range(0, begun.cards().size())
                .filter(i -> !isPair(i, card))
                .findFirst()
                .orElseThrow();
    }

    private boolean isPair(int a, int b) {
        return begun.cards().get(a).answer().equals(begun.cards().get(b).answer());
    }

    @Test
    void sixTermsLieWithTheirDefinitions() {
        assertEquals(12, begun.cards().size());
        assertEquals(6, begun.cards().stream().map(Item::answer).distinct().count());
        assertEquals(6, begun.cards().stream().filter(c -> c.task().equals("Term")).count());
    }

    @Test
    void termAndItsDefinitionStayOpen() {
        var found = begun.play(new Turn(0), seconds(1)).play(new Turn(partner(0)), seconds(2));
        assertEquals(Set.of(0, partner(0)), found.found());
        assertEquals(0, found.misses());
        assertEquals(99, found.result(seconds(2)).score());
    }

    @Test
    void twoThatDoNotBelongTogetherLieOpenUntilTheNextIsTurned() {
        int other = stranger(0);
        var missed = begun.play(new Turn(0), seconds(1)).play(new Turn(other), seconds(2));
        assertEquals(List.of(0, other), missed.open());
        assertEquals(1, missed.misses());
        assertEquals(List.of(0), missed.play(new Turn(0), seconds(3)).open());
    }

    @Test
    void cardThatLiesOpenIsNotTurnedAgain() {
        var open = begun.play(new Turn(0), seconds(1));
        assertThrows(RefusedMove.class, () -> open.play(new Turn(0), seconds(2)));
        var found = open.play(new Turn(partner(0)), seconds(2));
        assertThrows(RefusedMove.class, () -> found.play(new Turn(0), seconds(3)));
        for (int card : new int[] {-1, 12}) {
            assertThrows(RefusedMove.class, () -> begun.play(new Turn(card), seconds(1)));
        }
    }

    @Test
    void nobodyTurnsCardsInNoTime() {
        var open = begun.play(new Turn(0), seconds(1));
        assertThrows(RefusedMove.class, () -> open.play(new Turn(partner(0)), seconds(1.05)));
    }

    @Test
    void pauseTurnsTheOpenCardDownAsAMiss() {
        var paused = begun.play(new Turn(0), seconds(1)).interrupted(seconds(2));
        assertEquals(List.of(), paused.open());
        assertEquals(1, paused.misses());
        assertEquals(0, begun.interrupted(seconds(2)).misses());
    }

    @Test
    void whoKnowsAllCardsGetsNearlyAllPoints() {
        Pairs game = begun;
        int second = 0;
        for (int card = 0; card < 12; card++) {
            if (!game.found().contains(card)) {
                game = game.play(new Turn(card), seconds(++second));
                game = game.play(new Turn(partner(card)), seconds(++second));
            }
        }
        assertTrue(game.isOver(seconds(second)));
        assertEquals(600 - 6, game.result(seconds(99)).score(), "time stops with the last pair");
    }

    @Test
    void gameEndsAfterTenMinutes() {
        assertFalse(begun.isOver(seconds(599)));
        assertTrue(begun.isOver(seconds(600)));
        assertEquals(0, begun.result(seconds(600)).score());
    }

    @Test
    void courseWithTwoTermsIsTold() {
        var few = Words.WORDS.subList(0, 2);
        var refused = assertThrows(RefusedMove.class, () -> Pairs.deal(few, new Random(1)));
        assertTrue(refused.getMessage().contains("2 of at least 3"), refused.getMessage());
    }
}
