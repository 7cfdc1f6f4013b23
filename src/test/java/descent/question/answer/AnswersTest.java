package descent.question.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import descent.question.answer.ChoiceAnswer.Scoring;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much each kind of answer is worth. */
class AnswersTest {
    private static ChoiceAnswer threeRightTwoWrong(Scoring scoring) {
        return new ChoiceAnswer(
                List.of(
                        new ChoiceAnswer.Option("a", true, "A"),
                        new ChoiceAnswer.Option("b", true, "B"),
                        new ChoiceAnswer.Option("c", true, "C"),
                        new ChoiceAnswer.Option("x", false, "X"),
                        new ChoiceAnswer.Option("y", false, "Y")),
                scoring,
                "");
    }

    @ParameterizedTest
    @CsvSource({
        "abc,   1, 1, 1",
        "cab,   1, 1, 1",
        "ab,    0, 0.6666666667, 0.6666666667",
        "a,     0, 0.3333333333, 0.3333333333",
        "abcx,  0, 0.5, 0.5",
        "abcxy, 0, 0, 0",
        "ax,    0, 0, -0.1666666667",
        "x,     0, 0, -0.5",
        "xy,    0, 0, -1"
    })
    void severalOptionsAreWorth(
            String chosen, BigDecimal allOrNothing, BigDecimal proportional, BigDecimal penalty) {
        var given = List.of(chosen.split(""));
        assertEquals(
                new Fraction(allOrNothing),
                threeRightTwoWrong(Scoring.ALL_OR_NOTHING).judge(given).fraction());
        assertEquals(
                new Fraction(proportional),
                threeRightTwoWrong(Scoring.PROPORTIONAL).judge(given).fraction());
        assertEquals(
                new Fraction(penalty),
                threeRightTwoWrong(Scoring.PROPORTIONAL_WITH_PENALTY).judge(given).fraction());
    }

    @Test
    void feedbackIsThatOfTheOptionsChosen() {
        assertEquals(
                List.of(new Remark("a", "A"), new Remark("x", "X")),
                threeRightTwoWrong(Scoring.PROPORTIONAL).judge(List.of("x", "a")).remarks());
    }

    /** Every subset of every shape: full marks only for the key, never out of range. */
    @Test
    void onlyTheKeyIsWorthOne() {
        for (int size = 2; size <= 6; size++) {
            for (int key = 1; key < 1 << size; key++) {
                var options = new ArrayList<ChoiceAnswer.Option>();
                for (int i = 0; i < size; i++) {
                    options.add(new ChoiceAnswer.Option("o" + i, (key >> i & 1) == 1, ""));
                }
                for (var scoring : Scoring.values()) {
                    var answer = new ChoiceAnswer(options, scoring, "");
                    for (int set = 1; set < 1 << size; set++) {
                        var given = new ArrayList<String>();
                        for (int i = 0; i < size; i++) {
                            if ((set >> i & 1) == 1) {
                                given.add("o" + i);
                            }
                        }
                        boolean right = scoring == Scoring.ANY ? (set & ~key) == 0 : set == key;
                        assertEquals(right, answer.judge(given).fraction().isOne());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abcde, 1",
        "bcdea, 0.75",
        "bacde, 0.5",
        "abced, 0.5",
        "edcba, 0",
        "deabc, 0.75",
        "acebd, 0"
    })
    void orderIsWorthTheNeighboursThatFollowRightly(String given, BigDecimal fraction) {
        var answer = new OrderAnswer(List.of("a", "b", "c", "d", "e"), "right", "wrong");
        assertEquals(new Fraction(fraction), answer.judge(List.of(given.split(""))).fraction());
    }

    @Test
    void bestOfSeveralMatchingTextsCounts() {
        var answer =
                new TextAnswer(
                        List.of(
                                new TextAnswer.Accepted(
                                        "*rate*",
                                        new Fraction(new BigDecimal("0.5")),
                                        "which rate?"),
                                new TextAnswer.Accepted("learning rate", Fraction.ONE, "yes"),
                                new TextAnswer.Accepted(
                                        "momentum", Fraction.ZERO, "that is the other one")),
                        false,
                        "no");
        assertEquals("yes", said(answer.judge(List.of("Learning  Rate"))));
        assertEquals("which rate?", said(answer.judge(List.of("the rate"))));
        assertEquals("that is the other one", said(answer.judge(List.of("momentum"))));
        assertEquals("no", said(answer.judge(List.of("batch"))));
        assertEquals(List.of("learning rate"), answer.model());
    }

    @Test
    void rubricAddsUpToAFraction() {
        var answer =
                new WrittenAnswer(
                        List.of(
                                new WrittenAnswer.Criterion("cause", "names it", BigDecimal.TWO),
                                new WrittenAnswer.Criterion("remedy", "names one", BigDecimal.ONE)),
                        "sample");
        assertEquals(State.NEEDS_GRADING, answer.judge(List.of("text")).state());
        assertEquals(
                "0.6666666667",
                answer.marked(Map.of("cause", BigDecimal.TWO)).fraction().toString());
        assertEquals(
                State.RIGHT,
                answer.marked(Map.of("cause", BigDecimal.TWO, "remedy", BigDecimal.ONE)).state());
        for (var wrong :
                List.of(
                        Map.of("cause", BigDecimal.TEN),
                        Map.of("cause", BigDecimal.ONE.negate()),
                        Map.of("style", BigDecimal.ONE))) {
            assertThrows(IllegalArgumentException.class, () -> answer.marked(wrong));
        }
    }

    @Test
    void fractionsAreExactAndBounded() {
        assertEquals("0.3333333333", Fraction.of(1, 3).toString());
        assertEquals(
                "1", Fraction.mean(List.of(Fraction.ONE, Fraction.ONE, Fraction.ONE)).toString());
        assertEquals(Fraction.ONE, new Fraction(new BigDecimal("1.000")));
        assertEquals("0", new Fraction(new BigDecimal("-0.00000000001")).toString());
        assertThrows(IllegalArgumentException.class, () -> new Fraction(new BigDecimal("1.01")));
        assertThrows(IllegalArgumentException.class, () -> new Fraction(new BigDecimal("-2")));
    }

    private static String said(Verdict verdict) {
        return verdict.remarks().getFirst().text();
    }
}
