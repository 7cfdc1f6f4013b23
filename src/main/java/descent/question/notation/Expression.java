package descent.question.notation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;

/**
 * A formula in named variables: numbers, {@code + - * / ^}, parentheses, functions and the
 * constants {@code pi} and {@code e}. Evaluated in double; {@code exp} and the like are {@code
 * StrictMath}'s, so that a grade is the same on every machine. Where it is not defined its value is
 * NaN or infinite.
 */
public sealed interface Expression {
    /** A number as written. */
    record Constant(double value, String text) implements Expression {}

    /** A variable. */
    record Variable(String name) implements Expression {}

    /** The negative of an expression. */
    record Negative(Expression of) implements Expression {}

    /** Two expressions joined by {@code + - * /} or {@code ^}. */
    record Binary(char operator, Expression left, Expression right) implements Expression {}

    /** A function of one or two expressions. */
    record Call(Function function, List<Expression> arguments) implements Expression {}

    /** The functions that formulas know; those of one argument do not look at the second. */
    enum Function {
        EXP(1, (x, _) -> StrictMath.exp(x)),
        LOG(1, (x, _) -> StrictMath.log(x)),
        LN(1, (x, _) -> StrictMath.log(x)),
        LOG2(1, (x, _) -> StrictMath.log(x) / StrictMath.log(2)),
        LOG10(1, (x, _) -> StrictMath.log10(x)),
        SQRT(1, (x, _) -> StrictMath.sqrt(x)),
        ABS(1, (x, _) -> StrictMath.abs(x)),
        SIGN(1, (x, _) -> StrictMath.signum(x)),
        SIN(1, (x, _) -> StrictMath.sin(x)),
        COS(1, (x, _) -> StrictMath.cos(x)),
        TAN(1, (x, _) -> StrictMath.tan(x)),
        SINH(1, (x, _) -> StrictMath.sinh(x)),
        COSH(1, (x, _) -> StrictMath.cosh(x)),
        TANH(1, (x, _) -> StrictMath.tanh(x)),
        SIGMOID(1, (x, _) -> 1 / (1 + StrictMath.exp(-x))),
        RELU(1, (x, _) -> StrictMath.max(0, x)),
        MIN(2, StrictMath::min),
        MAX(2, StrictMath::max);

        private static final Map<String, Function> BY_NAME = new HashMap<>();

        static {
            for (var function : values()) {
                BY_NAME.put(function.text(), function);
            }
        }

        private final int arity;
        private final DoubleBinaryOperator rule;

        Function(int arity, DoubleBinaryOperator rule) {
            this.arity = arity;
            this.rule = rule;
        }

        int arity() {
            return arity;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Map<String, Function> byName() {
            return BY_NAME;
        }

        static String names() {
            return String.join(", ", new TreeSet<>(BY_NAME.keySet()));
        }
    }

    /**
     * @param variables the names it may use
     * @throws NotUnderstood when it is no formula in these, with the place and what is expected
     */
    static Expression read(String typed, Collection<String> variables) throws NotUnderstood {
        return new ExpressionParser(typed, variables).read();
    }

    /** Whether a variable may be called so. */
    static boolean isVariable(String name) {
        return name.matches("\\p{L}[\\p{L}0-9_]*") && !Function.byName().containsKey(name);
    }

    default double at(Map<String, Double> point) {
        return switch (this) {
            case Constant constant -> constant.value;
            case Variable variable -> point.getOrDefault(variable.name, Double.NaN);
            case Negative negative -> -negative.of.at(point);
            case Binary binary -> {
                double left = binary.left.at(point);
                double right = binary.right.at(point);
                yield switch (binary.operator) {
                    case '+' -> left + right;
                    case '-' -> left - right;
                    case '*' -> left * right;
                    case '/' -> left / right;
                    default -> StrictMath.pow(left, right);
                };
            }
            case Call call -> {
                double first = call.arguments.getFirst().at(point);
                double second = call.arguments.getLast().at(point);
                yield call.function.rule.applyAsDouble(first, second);
            }
        };
    }

    /** How it was understood, with as few parentheses as it needs. */
    default String text() {
        return switch (this) {
            case Constant constant -> constant.text;
            case Variable variable -> variable.name;
            case Negative negative -> "-" + within(negative.of, 2);
            case Binary binary -> {
                int strength = strength();
                // a - (b - c), a / (b / c), (a^b)^c
                boolean power = binary.operator == '^';
                var left = within(binary.left, power ? strength + 1 : strength);
                var right = within(binary.right, power ? strength : strength + 1);
                var space = strength == 1 ? " " : "";
                yield left + space + binary.operator + space + right;
            }
            case Call call ->
                    call.function.text()
                            + "("
                            + String.join(
                                    ", ", call.arguments.stream().map(Expression::text).toList())
                            + ")";
        };
    }

    private int strength() {
        return switch (this) {
            case Constant _, Variable _, Call _ -> 4;
            case Negative _ -> 1;
            case Binary binary ->
                    switch (binary.operator) {
                        case '+', '-' -> 1;
                        case '*', '/' -> 2;
                        default -> 3;
                    };
        };
    }

    private static String within(Expression expression, int least) {
        return expression.strength() < least ? "(" + expression.text() + ")" : expression.text();
    }
}
