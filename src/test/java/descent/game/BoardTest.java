package descent.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.game.Board.Best;
import descent.game.Board.Line;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoardTest {
    private static Best best(int person, int score) {
        return new Best(new UUID(0, person), "P" + person, score);
    }

    @Test
    void equalScoresShareAPlace() {
        var board = Board.of(List.of(best(1, 9), best(2, 9), best(3, 5)), new UUID(0, 2));
        assertEquals(
                List.of(
                        new Line(1, "P1", 9, false),
                        new Line(1, "P2", 9, true),
                        new Line(3, "P3", 5, false)),
                board.lines());
    }

    @Test
    void viewerStandsBehindTheFirstTen() {
        var bests = IntStream.range(0, 30).mapToObj(i -> best(i, 100 - i)).toList();
        var board = Board.of(bests, new UUID(0, 20));
        assertEquals(11, board.lines().size());
        assertEquals(21, board.lines().getLast().place());
        assertTrue(board.lines().getLast().own());
    }
}
