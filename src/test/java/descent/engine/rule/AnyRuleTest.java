package descent.engine.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.engine.tensor.FloatMath;
import descent.engine.tensor.RandomStream;
import descent.testing.SecondLane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules drawn at random: what is compiled computes what the formula says, bit by bit. */
@SecondLane
class AnyRuleTest {
    private static final float W = 1.75f;
    private static final float G = -0.375f;
    private static final double RATE = 0.1;
    private static final long T = 3;

    private final RandomStream random = RandomStream.of(5, RandomStream.Purpose.DATA);

    /**
     * A formula and its value, found as the language defines it: what is the same for all weights
     * in double, the rest in float32.
     */
    private record Formula(String text, boolean same, double value) {
        static Formula each(String text, float value) {
            return new Formula(text, false, value);
        }

        static Formula same(String text, double value) {
            return new Formula(text, true, value);
        }

        float rounded() {
            return (float) value;
        }
    }

    private Formula draw(int depth) {
        if (depth == 0)
            return switch (random.below(6)) {
                case 0 -> Formula.same("learningRate", RATE);
                case 1 -> Formula.same("t", T);
                case 2 -> Formula.same("0.3", 0.3);
                case 3 -> Formula.same("2", 2);
                case 4 -> Formula.each("w", W);
                default -> Formula.each("g", G);
            };
        var a = draw(depth - 1);
        return random.below(3) == 0 ? unary(a) : binary(a, draw(random.below(depth)));
    }

    private Formula unary(Formula a) {
        var names = List.of("-", "sqrt", "exp", "log", "abs", "sign");
        var name = names.get(random.below(names.size()));
        double x = a.value();
        double same =
                switch (name) {
                    case "-" -> -x;
                    case "sqrt" -> Math.sqrt(x);
                    case "exp" -> StrictMath.exp(x);
                    case "log" -> StrictMath.log(x);
                    case "abs" -> Math.abs(x);
                    default -> Math.signum(x);
                };
        float y = a.rounded();
        float each =
                switch (name) {
                    case "-" -> -y;
                    case "sqrt" -> (float) Math.sqrt(y);
                    case "exp" -> FloatMath.exp(y);
                    case "log" -> FloatMath.log(y);
                    case "abs" -> Math.abs(y);
                    default -> Math.signum(y);
                };
        return new Formula(name + "(" + a.text() + ")", a.same(), a.same() ? same : each);
    }

    private Formula binary(Formula a, Formula b) {
        var names = List.of("+", "-", "*", "/", "<", ">=", "min", "max");
        var name = names.get(random.below(names.size()));
        boolean same = a.same() && b.same();
        var text =
                name.length() == 3
                        ? name + "(" + a.text() + ", " + b.text() + ")"
                        : "(" + a.text() + " " + name + " " + b.text() + ")";
        return new Formula(
                text,
                same,
                same ? of(name, a.value(), b.value()) : of(name, a.rounded(), b.rounded()));
    }

    private static double of(String name, double a, double b) {
        return switch (name) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "<" -> a < b ? 1 : 0;
            case ">=" -> a >= b ? 1 : 0;
            case "min" -> Math.min(a, b);
            default -> Math.max(a, b);
        };
    }

    private static float of(String name, float a, float b) {
        return switch (name) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "<" -> a < b ? 1 : 0;
            case ">=" -> a >= b ? 1 : 0;
            case "min" -> Math.min(a, b);
            default -> Math.max(a, b);
        };
    }

    @Test
    void compiledAsWritten() {
        for (int i = 0; i < 2000; i++) {
            var formula = draw(1 + random.below(5));
            Rule rule;
            try {
                rule = Rule.parse("w = " + formula.text(), List.of());
            } catch (RuleException tooMuch) {
                assertEquals(
                        true, tooMuch.getMessage().contains("operations"), tooMuch.getMessage());
                continue;
            }
            float[] w = {W};
            rule.start().update(w, new float[] {G}, new float[0][], RATE, T);
            assertEquals(
                    Float.floatToIntBits(formula.rounded()),
                    Float.floatToIntBits(w[0]),
                    formula.text() + " is " + formula.rounded() + ", not " + w[0]);
        }
    }
}
