package descent.quiz.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.quiz.rules.Bank;
import descent.quiz.rules.TestBank;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which questions are practised, and in which order. */
class PracticeDrawTest {
    private static final Bank BANK = TestBank.of("a", "b", "c", "a", "b", "c");

    /** Of b nothing is known. */
    private static final Strengths STRENGTHS = new Strengths(Map.of("a", 0.9, "c", 0.1));

    private static List<String> drawn(
            Set<String> concepts, Map<String, Long> seen, long seed, int count, String after) {
        return new PracticeDraw(BANK, concepts, STRENGTHS, seen, seed)
                .some(count, after).stream().map(placed -> placed.question().id()).toList();
    }

    private static List<String> concepts(List<String> ids) {
        return ids.stream().map(id -> id.substring(0, 1)).toList();
    }

    @Test
    void weakestConceptComesFirstThenTheOthersInTurn() {
        for (long seed = 0; seed < 50; seed++) {
            var ids = drawn(Set.of(), Map.of(), seed, 6, "");
            assertEquals(List.of("c", "b", "a", "c", "b", "a"), concepts(ids));
            assertEquals(6, Set.copyOf(ids).size());
        }
    }

    @Test
    void conceptThatWasAskedLastWaitsForTheOthers() {
        assertEquals(List.of("b", "a", "c"), concepts(drawn(Set.of(), Map.of(), 1, 3, "c")));
    }

    @Test
    void questionThatWasAskedLeastOftenComesFirst() {
        for (long seed = 0; seed < 50; seed++) {
            assertEquals(
                    List.of("c5", "b1"),
                    drawn(Set.of(), Map.of("c2", 3L, "c5", 1L, "b4", 1L), seed, 2, ""));
        }
    }

    @Test
    void chosenConceptsAloneAreAskedAndNoQuestionTwice() {
        assertEquals(Set.of("b1", "b4"), Set.copyOf(drawn(Set.of("b"), Map.of(), 1, 10, "b")));
    }
}
