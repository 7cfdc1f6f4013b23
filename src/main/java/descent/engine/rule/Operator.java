package descent.engine.rule;

import java.util.HashMap;
import java.util.Map;

/** What formulas are made with. A comparison is 1 where it holds, else 0. */
enum Operator {
    NEGATE("negate", 1, 1),
    ADD("+", 2, 1),
    SUBTRACT("-", 2, 1),
    MULTIPLY("*", 2, 1),
    DIVIDE("/", 2, 1),
    /** x^n for a whole number n written out multiplies; any other power is exp(y log x). */
    POWER("^", 2, 42),
    LESS("<", 2, 1),
    AT_MOST("<=", 2, 1),
    GREATER(">", 2, 1),
    AT_LEAST(">=", 2, 1),
    EQUAL("==", 2, 1),
    DIFFERENT("!=", 2, 1),
    SQRT("sqrt", 1, 1),
    EXP("exp", 1, 20),
    LOG("log", 1, 20),
    ABS("abs", 1, 1),
    /** -1, 0 or 1. */
    SIGN("sign", 1, 1),
    MIN("min", 2, 1),
    MAX("max", 2, 1),
    /** clip(x, low, high) = max(low, min(high, x)). */
    CLIP("clip", 3, 2),
    /** where(c, a, b): a where c is not 0, else b. */
    WHERE("where", 3, 1);

    private static final Map<String, Operator> BY_TEXT = new HashMap<>();
    private static final Map<String, Integer> FUNCTIONS = new HashMap<>();

    static {
        for (var operator : values()) {
            BY_TEXT.put(operator.text, operator);
            if (operator.ordinal() >= SQRT.ordinal())
                FUNCTIONS.put(operator.text, operator.arguments);
        }
    }

    private final String text;
    private final int arguments;
    private final int operations;

    Operator(String text, int arguments, int operations) {
        this.text = text;
        this.arguments = arguments;
        this.operations = operations;
    }

    static Operator of(String text) {
        var operator = BY_TEXT.get(text);
        if (operator == null) throw new IllegalArgumentException("no operator " + text);
        return operator;
    }

    /** With the numbers of their arguments. */
    static Map<String, Integer> functions() {
        return FUNCTIONS;
    }

    /** How many additions or so it is worth. */
    int operations() {
        return operations;
    }

    boolean compares() {
        return switch (this) {
            case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT -> true;
            default -> false;
        };
    }

    /** In double, for what is the same for all weights. */
    double of(double a, double b, double c) {
        return switch (this) {
            case NEGATE -> -a;
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> StrictMath.pow(a, b);
            case LESS -> a < b ? 1 : 0;
            case AT_MOST -> a <= b ? 1 : 0;
            case GREATER -> a > b ? 1 : 0;
            case AT_LEAST -> a >= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case DIFFERENT -> a != b ? 1 : 0;
            case SQRT -> Math.sqrt(a);
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case CLIP -> Math.max(b, Math.min(c, a));
            case WHERE -> a != 0 ? b : c;
        };
    }
}
