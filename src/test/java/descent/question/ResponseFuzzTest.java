package descent.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.question.answer.State;
import descent.question.chance.Chance;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Grader;
import descent.question.drawn.RefusedResponse;
import descent.question.drawn.Response;
import descent.testing.SecondLane;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a browser sends: a grade within bounds, or the one documented exception. */
@SecondLane
class ResponseFuzzTest {
    private static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    "\t\n",
                    "0",
                    "-0",
                    "NaN",
                    "Infinity",
                    "1e400",
                    "1e-400",
                    "9".repeat(300),
                    "1/0",
                    "((((",
                    "x".repeat(19_999),
                    "-".repeat(3_000),
                    "2^".repeat(900) + "2",
                    "<script>alert(1)</script>",
                    "' OR 1=1 --",
                    "${jndi:ldap://x}",
                    "{{7*7}}",
                    "\u202eabc",
                    "😀😀",
                    "Ａ",
                    "\u0000",
                    "\ud83d",
                    "true",
                    "false",
                    "null",
                    "undefined",
                    "answer",
                    "*",
                    "%",
                    "ﷺ",
                    "a\u0300".repeat(100),
                    "0.043",
                    "mini-batch",
                    "2*x*exp(x^2)*w1");

    @ParameterizedTest
    @MethodSource("descent.question.Examples#questions")
    void everyResponseIsGradedOrRefused(Question question) {
        var chance = new Chance(question.hashCode());
        for (int i = 0; i < 1_500; i++) {
            var drawn = question.draw(i % 10);
            var values = new HashMap<String, List<String>>();
            for (var input : drawn.asked().inputs()) {
                values.put(input.id(), given(input.choices(), chance));
            }
            if (chance.below(20) == 0) {
                values.put(chance.oneOf(List.of("", "other", "x".repeat(500))), List.of("1"));
            }
            try {
                check(drawn, new Response(values));
            } catch (RefusedResponse e) {
                assertTrue(e.getMessage().startsWith("an "), e.getMessage());
            }
        }
    }

    private static List<String> given(List<String> choices, Chance chance) {
        var given = new ArrayList<String>();
        int count = chance.below(5);
        for (int i = 0; i < count; i++) {
            given.add(chance.oneOf(choices.isEmpty() || chance.below(10) == 0 ? ODD : choices));
        }
        return given;
    }

    private static void check(DrawnQuestion drawn, Response response) {
        var graded = Grader.grade(drawn, response, Grader.VERSION);
        var fraction = graded.grade().fraction().value();
        assertTrue(fraction.abs().compareTo(BigDecimal.ONE) <= 0);
        assertEquals(graded, Grader.grade(drawn, Response.read(response.json()), Grader.VERSION));
        // the sum of the parts is the whole
        var sum = BigDecimal.ZERO;
        for (var part : graded.grade().parts()) {
            sum = sum.add(part.fraction().value());
            if (part.state() == State.INVALID) {
                assertNotEquals(State.RIGHT, graded.grade().state());
                assertTrue(graded.feedback().to(part.input()).getFirst().text().length() > 5);
            }
        }
        var mean =
                sum.divide(
                        BigDecimal.valueOf(graded.grade().parts().size()),
                        10,
                        java.math.RoundingMode.HALF_EVEN);
        assertEquals(0, mean.compareTo(fraction));
    }
}
