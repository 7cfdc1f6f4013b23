package descent.quiz.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.material.BankQuestion.Difficulty;
import descent.course.material.MockTest;
import descent.course.material.MockTest.Questions;
import descent.course.material.MockTest.Share;
import descent.course.material.ReviewPolicy;
import descent.quiz.rules.QuestionDraw.Placed;
import descent.quiz.rules.QuestionDraw.PoolTooSmall;
import descent.testing.SecondLane;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SecondLane
class QuestionDrawTest {
    private static final int DRAWS = 4_000;

    /** Ten questions: a0 to a4 of concept a, b5 to b9 of concept b, each second one hard. */
    private static final Bank BANK = TestBank.of("a", "a", "a", "a", "a", "b", "b", "b", "b", "b");

    private static MockTest drawing(int count, Share... blueprint) {
        return new MockTest(
                "t",
                "T",
                null,
                Duration.ofMinutes(1),
                BigDecimal.ONE,
                new MockTest.Attempts(null, Duration.ZERO, MockTest.Counting.BEST),
                MockTest.Dates.NONE,
                new MockTest.Manner(false, false, true),
                new Questions.Drawn(count, List.of(), List.of(blueprint)),
                List.of(),
                List.of(),
                ReviewPolicy.AT_ONCE);
    }

    private static List<String> drawn(MockTest test, Map<String, Long> seen, long seed) {
        return new QuestionDraw(BANK, seen, seed)
                .of(test).stream().map(placed -> placed.question().id()).toList();
    }

    @Test
    @Tag("G17")
    void g17_everyQuestionIsDrawnAboutEquallyOften() {
        var times = new HashMap<String, Integer>();
        for (long seed = 0; seed < DRAWS; seed++) {
            var ids = drawn(drawing(3), Map.of(), seed);
            assertEquals(3, new HashSet<>(ids).size());
            ids.forEach(id -> times.merge(id, 1, Integer::sum));
        }
        // Each is one of three of ten: mean 1,200, standard deviation 29.
        assertEquals(10, times.size());
        times.forEach((id, n) -> assertTrue(Math.abs(n - 1_200) < 5 * 29, id + " " + n));
    }

    @Test
    @Tag("G17")
    void g17_blueprintIsFilledPlaceByPlaceWithItsPoints() {
        var test = drawing(4, new Share("a", Difficulty.HARD, 2, 3), new Share("b", null, 1, 0.5));
        for (long seed = 0; seed < 200; seed++) {
            var placed = new QuestionDraw(BANK, Map.of(), seed).of(test);
            assertEquals(
                    List.of("a1", "a3"),
                    placed.subList(0, 2).stream().map(p -> p.question().id()).sorted().toList());
            assertTrue(placed.get(2).question().id().startsWith("b"));
            assertEquals(
                    List.of("3.0", "3.0", "0.5", "1"),
                    placed.stream().map(Placed::points).map(BigDecimal::toString).toList());
        }
    }

    @Test
    @Tag("G17")
    void g17_narrowPlaceIsFilledEvenWhenAWiderOneStandsBefore() {
        var test = drawing(3, new Share("a", null, 1, 1), new Share("a", Difficulty.HARD, 2, 1));
        for (long seed = 0; seed < 200; seed++) {
            var ids = drawn(test, Map.of(), seed);
            assertEquals(List.of("a1", "a3"), ids.subList(1, 3).stream().sorted().toList());
        }
    }

    @Test
    @Tag("G17")
    void g17_unseenQuestionsComeFirst() {
        var seen = new HashMap<String, Long>();
        BANK.items().forEach(item -> seen.put(item.id(), 1L));
        List.of("a0", "b6", "b9").forEach(seen::remove);
        for (long seed = 0; seed < 200; seed++) {
            assertEquals(
                    List.of("a0", "b6", "b9"),
                    drawn(drawing(3), seen, seed).stream().sorted().toList());
        }
    }

    @Test
    @Tag("G17")
    void g17_bankThatCannotFillTheBlueprintIsSaidSo() {
        var refused =
                assertThrows(
                        PoolTooSmall.class,
                        () ->
                                drawn(
                                        drawing(3, new Share("a", Difficulty.HARD, 3, 1)),
                                        Map.of(),
                                        1));
        assertEquals(
                "3 questions are to be drawn, the bank can fill 2 places of the blueprint",
                refused.getMessage());
        assertThrows(PoolTooSmall.class, () -> drawn(drawing(11), Map.of(), 1));
    }

    @Test
    void sameSeedDrawsTheSame() {
        assertEquals(drawn(drawing(5), Map.of(), 7), drawn(drawing(5), Map.of(), 7));
    }
}
