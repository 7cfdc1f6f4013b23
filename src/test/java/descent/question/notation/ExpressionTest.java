package descent.question.notation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, Double> POINT = Map.of("x", 3.0, "y", 2.0, "w1", 0.5);

    private static Expression read(String typed) throws NotUnderstood {
        return Expression.read(typed, POINT.keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 + 2 * 3           | 7
                    (1 + 2) * 3         | 9
                    2 - 3 - 4           | -5
                    8 / 4 / 2           | 1
                    -x^2                | -9
                    (-x)^2              | 9
                    2^-1                | 0.5
                    2^3^2               | 512
                    --2                 | 2
                    +2                  | 2
                    2x                  | 6
                    2(x+1)              | 8
                    (x+1)(y+1)          | 12
                    xy                  | 6
                    2xy                 | 12
                    x y                 | 6
                    w1x                 | 1.5
                    2w1                 | 1
                    6/2x                | 9
                    x(y)                | 6
                    xexp(0)             | 3
                    2exp(0)             | 2
                    2e3                 | 2000
                    2e                  | 5.43656365691809
                    e^0                 | 1
                    pi                  | 3.141592653589793
                    2π                  | 6.283185307179586
                    x²                  | 9
                    x⁻¹·6               | 2
                    x·y                 | 6
                    x×y                 | 6
                    x ÷ y               | 1.5
                    x − y               | 1
                    x**2                | 9
                    √(x+1)              | 2
                    sqrt(16)            | 4
                    exp(0)+ln(1)+log(1) | 1
                    log2(8)             | 3
                    log10(1000)         | 3
                    abs(-x)             | 3
                    sign(-x)            | -1
                    relu(-x) + relu(x)  | 3
                    max(x, y) min(x, y) | 6
                    sigmoid(0)          | 0.5
                    tanh(0) + sin(0)    | 0
                    .5x                 | 1.5
                    """)
    void formulaMeansWhatPeopleMean(String typed, double value) throws NotUnderstood {
        assertEquals(value, read(typed).at(POINT), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "x +",
                "(x",
                "x)",
                "()",
                "x ** ",
                "2 3",
                "x2",
                "foo(x)",
                "z",
                "exp",
                "exp x",
                "exp()",
                "exp(1, 2)",
                "max(1)",
                "1.2.3",
                ".",
                "x = 2",
                "x; y",
                "1,5",
                "\\frac{1}{2}",
                "x'",
                "${x}",
                "java.lang.Runtime",
                "x\u0000"
            })
    void whatIsNoFormulaIsRefusedWithAReason(String typed) {
        var refused = assertThrows(NotUnderstood.class, () -> read(typed));
        assertTrue(
                refused.reason().matches(".*(expected|not known|takes|needs).*"), refused.reason());
    }

    @Test
    void reasonNamesPlaceAndVariables() {
        assertEquals(
                "at character 4 a number, a variable or '(' is expected, but the formula ends",
                assertThrows(NotUnderstood.class, () -> read("x + ")).reason());
        assertTrue(
                assertThrows(NotUnderstood.class, () -> read("2*q"))
                        .reason()
                        .startsWith(
                                "'q' is not known here; variables are w1, x, y; functions are"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "2^", "exp("})
    void deepNestingIsRefusedNotOverflown(String opening) {
        assertThrows(NotUnderstood.class, () -> read(opening.repeat(400)));
    }

    @Test
    void longFormulasAreRefused() throws NotUnderstood {
        assertEquals(240, read("1" + "+1".repeat(239)).at(POINT));
        assertThrows(NotUnderstood.class, () -> read("1" + "+1".repeat(300)));
        assertThrows(NotUnderstood.class, () -> read("1".repeat(2_001)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2x exp(x^2)     | 2*x*exp(x^2)
                    (x+y)*2         | (x + y)*2
                    x-(y-1)         | x - (y - 1)
                    x-y-1           | x - y - 1
                    x/(y*2)         | x/(y*2)
                    -(x+1)^2        | -(x + 1)^2
                    (-x)^2          | (-x)^2
                    2^(3^2)         | 2^3^2
                    (2^3)^2         | (2^3)^2
                    """)
    void textShowsHowItWasUnderstood(String typed, String shown) throws NotUnderstood {
        var text = read(typed).text();
        assertEquals(shown, text);
        assertEquals(read(typed).at(POINT), read(text).at(POINT));
    }

    @Test
    void variableNamedLikeAConstantIsTheVariable() throws NotUnderstood {
        assertEquals(7, Expression.read("e", Set.of("e")).at(Map.of("e", 7.0)));
    }

    @Test
    void everyFormIsEqualAndOnlyThose() throws NotUnderstood {
        var ranges = Map.of("x", range("-2", "2"));
        var equivalence = new Equivalence(Expression.read("2*x*exp(x^2)", Set.of("x")), ranges, 7);
        for (var same :
                new String[] {"2x e^(x²)", "x*exp(x*x) + exp(x^2) x", "exp(x^2 + ln(2)) x"}) {
            assertEquals(Equivalence.Result.EQUAL, compare(equivalence, same), same);
        }
        for (var other : new String[] {"2x", "exp(x^2)", "2x exp(x^2) + 0.001", "-2x exp(x^2)"}) {
            assertEquals(Equivalence.Result.DIFFERENT, compare(equivalence, other), other);
        }
        assertEquals(Equivalence.Result.NOWHERE_DEFINED, compare(equivalence, "log(-x^2)"));
    }

    @Test
    void formulasAreComparedWhereTheReferenceIsDefined() throws NotUnderstood {
        var ranges = Map.of("x", range("-2", "2"));
        var halfDefined = new Equivalence(Expression.read("2*log(x)", Set.of("x")), ranges, 1);
        assertEquals(Equivalence.Result.EQUAL, compare(halfDefined, "log(x^2)"));
        var defined = new Equivalence(Expression.read("log(x^2)", Set.of("x")), ranges, 1);
        assertEquals(Equivalence.Result.DIFFERENT, compare(defined, "2*log(x)"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Equivalence(Expression.read("log(-x^2)", Set.of("x")), ranges, 1));
    }

    @Test
    void tinyFormulasAreNotAllEqual() throws NotUnderstood {
        var ranges = Map.of("x", range("1", "2"));
        var tiny = new Equivalence(Expression.read("1e-12 x", Set.of("x")), ranges, 1);
        assertEquals(Equivalence.Result.DIFFERENT, compare(tiny, "0"));
        assertEquals(Equivalence.Result.DIFFERENT, compare(tiny, "2e-12 x"));
        assertEquals(Equivalence.Result.EQUAL, compare(tiny, "x/1e12"));
    }

    private static Equivalence.Result compare(Equivalence equivalence, String typed)
            throws NotUnderstood {
        return equivalence.compare(Expression.read(typed, Set.of("x")));
    }

    private static Interval range(String low, String high) {
        return new Interval(new BigDecimal(low), new BigDecimal(high));
    }
}
