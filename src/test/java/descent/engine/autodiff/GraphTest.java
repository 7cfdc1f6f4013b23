package descent.engine.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.engine.rule.RuleException;
import descent.engine.tensor.RandomStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GraphTest {
    private static final Graph NEURON =
            Graph.of(
                    """
                    z = w * x + b
                    a = sigmoid(z)
                    L = (a - y)^2
                    """,
                    ordered("w", 0.5, "x", 2, "b", -1, "y", 1));

    private static Map<String, Double> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Double>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            map.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        return map;
    }

    @Test
    void forwardGoesNodeByNode() {
        var steps = NEURON.forward().steps();
        assertEquals(
                List.of("u1", "z", "a", "u2", "L"),
                steps.stream().map(Forward.Step::node).toList());
        assertEquals(new Forward.Step("u1", "w * x", "0.5 * 2", 1), steps.getFirst());
        assertEquals(new Forward.Step("z", "u1 + b", "1 + (-1)", 0), steps.get(1));
        assertEquals(new Forward.Step("a", "sigmoid(z)", "sigmoid(0)", 0.5), steps.get(2));
        assertEquals(0.25, NEURON.forward().value("L"));
    }

    @Test
    void backwardPassesUpstreamTimesSlopeAlongEveryEdge() {
        var backward = NEURON.forward().backward();
        assertEquals(
                List.of("L>u2", "u2>a", "u2>y", "a>z", "z>u1", "z>b", "u1>w", "u1>x"),
                backward.steps().stream().map(s -> s.from() + ">" + s.to()).toList());
        assertEquals(
                new Backward.Step("a", "z", -1, "a * (1 - a)", 0.25, -0.25, -0.25),
                backward.steps().get(3));
        assertEquals("2 * u2^(2 - 1)", backward.steps().getFirst().slope());
        assertEquals(-0.5, backward.gradient("w"));
        assertEquals(-0.125, backward.gradient("x"));
        assertEquals(-0.25, backward.gradient("b"));
        assertEquals(1, backward.gradient("L"));
    }

    @Test
    void gradientsOfSeveralWaysAddUp() {
        var backward = Graph.of("y = x * x + 3 * x", Map.of("x", 5.0)).forward().backward();
        assertEquals(2 * 5 + 3, backward.gradient("x"));
        var totals = backward.steps().stream().filter(s -> s.to().equals("x")).map(s -> s.total());
        assertEquals(List.of(3.0, 8.0, 13.0), totals.toList());
    }

    @Test
    void theWayBackStartsAnywhere() {
        var backward = NEURON.forward().backward("z");
        assertEquals(2, backward.gradient("w"));
        assertThrows(IllegalArgumentException.class, () -> backward.gradient("a"));
    }

    @Test
    void whatLeadsNowhereHasNoGradient() {
        var graph = Graph.of("a = x + 1\nb = 2 * x", ordered("x", 3, "c", 1));
        var backward = graph.forward().backward();
        assertEquals(2, backward.gradient("x"));
        assertEquals(0, backward.gradient("a"));
        assertEquals(0, backward.gradient("c"));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void everySlopeIsThatOfItsFunction(Operation operation) {
        var random = RandomStream.of(2, RandomStream.Purpose.DATA);
        var text = "y = " + operation.formula("a", "b");
        boolean positive =
                List.of(Operation.LOG, Operation.SQRT, Operation.POWER).contains(operation);
        for (int i = 0; i < 50; i++) {
            double a = random.uniform(positive ? 0.2 : -3, 3);
            double b = random.uniform(0.3, 2.5);
            for (var check : GradientCheck.of(Graph.of(text, ordered("a", a, "b", b))))
                assertTrue(
                        check.relativeError() < 1e-6, text + " at " + a + ", " + b + " " + check);
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkFormulas.Loss.class)
    void aNetworkOfTwoLayersIsRightToEveryWeight(NetworkFormulas.Loss loss) {
        var formulas =
                NetworkFormulas.of(List.of(2, 2, 1), Operation.TANH, Operation.SIGMOID, loss);
        assertTrue(formulas.startsWith("z1_1 = w1_11 * x1 + w1_12 * x2 + b1_1\na1_1 = tanh(z1_1)"));
        var random = RandomStream.of(4, RandomStream.Purpose.DATA);
        var inputs = new LinkedHashMap<String, Double>();
        for (var name : "x1 x2 w1_11 w1_12 w1_21 w1_22 b1_1 b1_2 w2_11 w2_12 b2_1".split(" "))
            inputs.put(name, random.normal());
        inputs.put("y1", 1.0);
        var checks = GradientCheck.of(Graph.of(formulas, inputs));
        assertEquals(12, checks.size());
        for (var check : checks) assertTrue(check.relativeError() < 1e-6, check.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    y = q * x|line 1, column 5: there is no "q"; known are x, y
                    y = a; a = x|line 1, column 5: "a" is used before it is computed
                    y = x; y = 2 * x|line 1, column 8: "y" is there already; every node has one name
                    y = x < 2|line 1, column 7: "<" has no slope to work with
                    y = where(x, 1, 2)|line 1, column 5: there is no function "where"; there are abs, cos, exp, log, max, min, relu, sigmoid, sin, softplus, sqrt, tanh
                    ``|line 1, column 1: a graph needs at least one formula
                    """)
    void refusedWithItsPlace(String formulas, String message) {
        var inputs = Map.of("x", 1.0);
        var text = formulas == null ? "" : formulas;
        assertEquals(
                message,
                assertThrows(RuleException.class, () -> Graph.of(text, inputs)).getMessage());
    }

    @Test
    void otherValuesSameGraph() {
        assertEquals(0, NEURON.with(Map.of("w", 0.25)).forward().value("z") + 0.5);
        assertThrows(IllegalArgumentException.class, () -> NEURON.with(Map.of("q", 1.0)));
    }
}
