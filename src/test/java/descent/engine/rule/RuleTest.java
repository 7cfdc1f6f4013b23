package descent.engine.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.tensor.FloatMath;
import descent.testing.SecondLane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SecondLane
class RuleTest {
    private static final List<String> SETTINGS = List.of("beta", "n");
    private static final double[] VALUES = {0.9, 2};

    /** What the expression is for w = 3, g = -0.5, learning rate 0.1, t = 2. */
    private static float value(String expression) {
        var rule = Rule.parse("w = " + expression, SETTINGS);
        float[] w = {3};
        float[][] state = new float[rule.state().size()][1];
        rule.start(VALUES).update(w, new float[] {-0.5f}, state, 0.1, 2);
        return w[0];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    w - g - 1                 | 2.5
                    w - (g - 1)               | 4.5
                    2 * w ^ 2                 | 18
                    -w ^ 2                    | -9
                    (-w) ^ 2                  | 9
                    w ^ -1                    | 0.33333334
                    w ^ 0                     | 1
                    w ^ 2 ^ 3                 | 6561
                    g ^ 3                     | -0.125
                    w ^ (t < 5)               | 3
                    12 / w / 2                | 2
                    w * -g                    | 1.5
                    sqrt(w + 1)               | 2
                    abs(g) + sign(g)          | -0.5
                    min(w, g) + max(w, g)     | 2.5
                    clip(w, -1, 1)            | 1
                    clip(g, -1, 1)            | -0.5
                    where(g < 0, 7, 8)        | 7
                    where(g > 0, 7, 8)        | 8
                    where(w <= 3, 7, 8)       | 7
                    where(w >= 3.5, 7, 8)     | 8
                    where(w == 3, 7, 8)       | 7
                    where(w != 3, 7, 8)       | 8
                    where(w, 7, 8)            | 7
                    (w > 0) + (w > 1)         | 2
                    where(t < 3, w, g)        | 3
                    where(t < 2, w, g)        | -0.5
                    w - learningRate * g      | 3.05
                    1 - beta ^ t + 0 * w      | 0.19
                    """)
    void arithmetic(String expression, float expected) {
        assertEquals(expected, value(expression), expression);
    }

    @Test
    void functionsAreTheEnginesOwn() {
        assertEquals(FloatMath.exp(-0.5f), value("exp(g)"));
        assertEquals(FloatMath.log(3), value("log(w)"));
        assertEquals(FloatMath.exp(2 * FloatMath.log(3)), value("w ^ n"));
        assertEquals(FloatMath.exp(0.5f * FloatMath.log(3)), value("w ^ 0.5"));
    }

    @Test
    void wholePowersMultiplyByTheirBitsFromTheTop() {
        float x = 1.1f;
        float square = x * x;
        float cube = square * x;
        for (int n = 4; n <= 7; n++) {
            float expected = n < 6 ? square * square : cube * cube;
            if (n % 2 == 1) expected *= x;
            var rule = Rule.parse("w = w^" + n, List.of());
            float[] w = {x};
            rule.start().update(w, new float[1], new float[0][], 0, 1);
            assertEquals(expected, w[0], "power " + n);
        }
    }

    @Test
    void whatIsTheSameForAllWeightsIsComputedInDoubleAndRoundedOnce() {
        // In float32, 1 - 0.9 would be 0.100000024 and its product another number.
        assertEquals((float) (1 - 0.9), value("1 - beta + 0 * g"));
        assertEquals((float) (1 / (1 - StrictMath.pow(0.9, 2))) * -0.5f, value("1/(1-beta^t) * g"));
    }

    @Test
    void namesReadBeforeTheyAreAssignedAreKeptFromStepToStep() {
        var rule =
                Rule.parse(
                        """
                        # momentum, with a count of steps
                        v = beta * v + g
                        step = learningRate * v ; count = count + 1
                        w = w - step
                        """,
                        SETTINGS);
        assertEquals(List.of("v", "count"), rule.state());
        assertEquals(5, rule.operations());
        float[] w = {1, 2};
        float[][] state = new float[2][2];
        var running = rule.start(VALUES);
        for (int t = 1; t <= 2; t++) running.update(w, new float[] {1, 10}, state, 0.5, t);
        assertArrayEquals(new float[] {2, 2}, state[1]);
        assertArrayEquals(new float[] {0.9f + 1, 0.9f * 10 + 10}, state[0]);
        assertEquals(1 - 0.5f - 0.5f * (0.9f + 1), w[0]);
    }

    @Test
    void aNameMayChangeItsMeaningFromLineToLine() {
        var rule =
                Rule.parse(
                        "a = 2; b = a * g; a = 3; w = w + a * b; a = a * g; w = w + a", SETTINGS);
        float[] w = {0};
        rule.start(VALUES).update(w, new float[] {10}, new float[0][], 1, 1);
        assertEquals(3 * 20 + 30, w[0]);
    }

    @Test
    void theGradientMayBeAssignedAndStaysItself() {
        var rule = Rule.parse("g = clip(g, -1, 1)\nw = w - g", List.of());
        float[] w = {5};
        float[] g = {3};
        rule.start().update(w, g, new float[0][], 1, 1);
        assertEquals(4, w[0]);
        assertEquals(3, g[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    w = w - betta * g|line 1, column 9: there is no "betta"; known are beta, g, learningRate, n, t, w
                    w = w - sin(g)|line 1, column 9: there is no function "sin"; there are abs, clip, exp, log, max, min, sign, sqrt, where
                    w = (w - g|line 1, column 11: expected ")", found the end
                    w = w - g)|line 1, column 10: expected an operator or the end of the line, found ")"
                    w = w + * g|line 1, column 9: expected a number, a name or "(", found "*"
                    w = 2 g|line 1, column 7: expected an operator or the end of the line, found "g"
                    w w|line 1, column 3: expected "=", found "w"
                    = 3|line 1, column 1: expected the name of what is assigned, found "="
                    w = w @ g|line 1, column 7: the language has no "@"
                    w = sqrt(w, g)|line 1, column 14: sqrt takes 1 argument, not 2
                    w = min(w)|line 1, column 10: min takes 2 arguments, not 1
                    sqrt = w|line 1, column 1: "sqrt" is a function and cannot be assigned
                    t = 3; w = g|line 1, column 1: "t" is given and cannot be assigned
                    w = g; beta = 3|line 1, column 8: "beta" is given and cannot be assigned
                    v = g|line 1, column 1: the rule assigns nothing to w, so no weight would change
                    w = 1e99|line 1, column 5: "1e99" is too large
                    w = a+b+c+d+e+f+q; a=1;b=1;c=1;d=1;e=1;f=1;q=1|line 1, column 17: a rule may keep at most 6 numbers a weight
                    """)
    void refusedWithPlaceAndWhatWasExpected(String text, String message) {
        assertEquals(
                message,
                assertThrows(RuleException.class, () -> Rule.parse(text, SETTINGS)).getMessage());
    }

    @Test
    void placesAreOfTheLine() {
        var e =
                assertThrows(
                        RuleException.class,
                        () -> Rule.parse("v = 0.9 * v + g # so far\n\nw = w - * v\n", List.of()));
        assertEquals(new Place(3, 9), e.place());
    }

    @Test
    void aLineGoesOnWithinParentheses() {
        assertEquals(2.5f, value("(w\n  + g\n)"));
    }

    @Test
    void sizesAreBounded() {
        var deep = "w = " + "(".repeat(900) + "g" + ")".repeat(900);
        var signs = "w = " + "-".repeat(1900) + "g";
        var powers = "w = g" + "^g".repeat(100);
        var lines = "w = g\n".repeat(100);
        var calls = "w = g" + " + exp(g)".repeat(50);
        var text = "w = g #" + "-".repeat(3000);
        for (var large : List.of(deep, signs, powers, lines, calls, text))
            assertThrows(RuleException.class, () -> Rule.parse(large, List.of()), large);
    }

    @Test
    void doublingNamesCostNothing() {
        var text = new StringBuilder("a = t\n");
        for (int i = 0; i < 50; i++) text.append("a = a + a\n");
        text.append("w = w + a * g");
        float[] w = {0};
        Rule.parse(text.toString(), List.of())
                .start()
                .update(w, new float[] {1}, new float[0][], 1, 1);
        assertEquals((float) 0x1p50, w[0]);
    }

    @Test
    void noTextIsTooStrange() {
        var words =
                "w g t v = + - * / ^ ( ) , < > <= == ; \n # 1 2.5 .5 1e3 sqrt where clip a _ é $ \0";
        var parts = words.split(" ");
        var random =
                descent.engine.tensor.RandomStream.of(
                        1, descent.engine.tensor.RandomStream.Purpose.DATA);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder("w = ");
            for (int n = random.below(12); n >= 0; n--)
                text.append(parts[random.below(parts.length)]).append(' ');
            try {
                var rule = Rule.parse(text.toString(), List.of());
                if (understood++ % 50 == 0)
                    rule.start()
                            .update(
                                    new float[3],
                                    new float[3],
                                    new float[rule.state().size()][3],
                                    1,
                                    1);
            } catch (RuleException e) {
                assertTrue(e.place().line() >= 1 && e.place().column() >= 1, text.toString());
            }
        }
        assertTrue(understood > 100, "understood " + understood);
    }
}
