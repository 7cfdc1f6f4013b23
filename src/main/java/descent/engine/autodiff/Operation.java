package descent.engine.autodiff;

import java.util.HashMap;
import java.util.Map;

/**
 * What a node computes of its arguments a and b, with the value y; and the slope of y by each of
 * them, as a number and as a formula. In double, with StrictMath's functions.
 */
public enum Operation {
    /** a + b; slopes 1 and 1. */
    ADD("+", 2, "1", "1"),
    /** a - b; slopes 1 and -1. */
    SUBTRACT("-", 2, "1", "-1"),
    /** a·b; slopes b and a. */
    MULTIPLY("*", 2, "b", "a"),
    /** a / b; slopes 1 / b and -a / b². */
    DIVIDE("/", 2, "1 / b", "-a / b^2"),
    /** a^b; slopes b·a^(b - 1) and y·log a. */
    POWER("^", 2, "b * a^(b - 1)", "y * log(a)"),
    /** -a; slope -1. */
    NEGATE("negate", 1, "-1", ""),
    /** exp a; slope y. */
    EXP("exp", 1, "y", ""),
    /** log a, the natural one; slope 1 / a. */
    LOG("log", 1, "1 / a", ""),
    /** The square root of a; slope 1 / (2 y). */
    SQRT("sqrt", 1, "1 / (2 * y)", ""),
    /** |a|; slope the sign of a, 0 at 0. */
    ABS("abs", 1, "sign(a)", ""),
    /** 1 / (1 + exp(-a)); slope y (1 - y). */
    SIGMOID("sigmoid", 1, "y * (1 - y)", ""),
    /** tanh a; slope 1 - y². */
    TANH("tanh", 1, "1 - y^2", ""),
    /** max(a, 0); slope 1 for a above 0, else 0. */
    RELU("relu", 1, "1 if a > 0, else 0", ""),
    /** log(1 + exp a); slope sigmoid a. */
    SOFTPLUS("softplus", 1, "sigmoid(a)", ""),
    /** sin a; slope cos a. */
    SIN("sin", 1, "cos(a)", ""),
    /** cos a; slope -sin a. */
    COS("cos", 1, "-sin(a)", ""),
    /** The greater; its slope is 1, the other's 0. Of equals, the first is taken. */
    MAX("max", 2, "1 if a >= b, else 0", "1 if b > a, else 0"),
    /** The smaller; its slope is 1, the other's 0. Of equals, the first is taken. */
    MIN("min", 2, "1 if a <= b, else 0", "1 if b < a, else 0");

    private static final Map<String, Operation> BY_TEXT = new HashMap<>();
    private static final Map<String, Integer> FUNCTIONS = new HashMap<>();

    static {
        for (var operation : values()) {
            BY_TEXT.put(operation.text, operation);
            if (operation.ordinal() >= EXP.ordinal())
                FUNCTIONS.put(operation.text, operation.arguments);
        }
    }

    private final String text;
    private final int arguments;
    private final String slopeByA;
    private final String slopeByB;

    Operation(String text, int arguments, String slopeByA, String slopeByB) {
        this.text = text;
        this.arguments = arguments;
        this.slopeByA = slopeByA;
        this.slopeByB = slopeByB;
    }

    static Operation of(String text) {
        var operation = BY_TEXT.get(text);
        if (operation == null) throw new IllegalArgumentException("no operation " + text);
        return operation;
    }

    /** Whether formulas may use it. */
    static boolean isThere(String text) {
        return BY_TEXT.containsKey(text);
    }

    /** With the numbers of their arguments. */
    static Map<String, Integer> functions() {
        return FUNCTIONS;
    }

    /** One or two. */
    public int arguments() {
        return arguments;
    }

    double value(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> StrictMath.pow(a, b);
            case NEGATE -> -a;
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case SIGMOID -> sigmoid(a);
            case TANH -> StrictMath.tanh(a);
            case RELU -> Math.max(a, 0);
            case SOFTPLUS -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    /** dy/da. */
    double slopeByFirst(double a, double b, double y) {
        return switch (this) {
            case ADD, SUBTRACT -> 1;
            case MULTIPLY -> b;
            case DIVIDE -> 1 / b;
            case POWER -> b * StrictMath.pow(a, b - 1);
            case NEGATE -> -1;
            case EXP -> y;
            case LOG -> 1 / a;
            case SQRT -> 1 / (2 * y);
            case ABS -> Math.signum(a);
            case SIGMOID -> y * (1 - y);
            case TANH -> 1 - y * y;
            case RELU -> a > 0 ? 1 : 0;
            case SOFTPLUS -> sigmoid(a);
            case SIN -> StrictMath.cos(a);
            case COS -> -StrictMath.sin(a);
            case MAX -> a >= b ? 1 : 0;
            case MIN -> a <= b ? 1 : 0;
        };
    }

    /** dy/db; 0 where there is no b. */
    double slopeBySecond(double a, double b, double y) {
        return switch (this) {
            case ADD -> 1;
            case SUBTRACT -> -1;
            case MULTIPLY -> a;
            case DIVIDE -> -a / (b * b);
            case POWER -> y * StrictMath.log(a);
            case MAX -> b > a ? 1 : 0;
            case MIN -> b < a ? 1 : 0;
            case NEGATE, EXP, LOG, SQRT, ABS, SIGMOID, TANH, RELU, SOFTPLUS, SIN, COS -> 0;
        };
    }

    private static double sigmoid(double a) {
        return 1 / (1 + StrictMath.exp(-a));
    }

    /** The slope by an argument as a formula in the names of the nodes. */
    String slope(int argument, String a, String b, String y) {
        return named(argument == 0 ? slopeByA : slopeByB, a, b, y);
    }

    /** What is computed, in these names or numbers. */
    String formula(String a, String b) {
        if (this == NEGATE) return "-" + a;
        if (FUNCTIONS.containsKey(text))
            return text + "(" + a + (arguments == 2 ? ", " + b : "") + ")";
        return this == POWER ? a + "^" + b : a + " " + text + " " + b;
    }

    private static String named(String template, String a, String b, String y) {
        var named = new StringBuilder();
        for (var word : template.split("(?<![A-Za-z])|(?![A-Za-z])"))
            named.append(
                    switch (word) {
                        case "a" -> a;
                        case "b" -> b;
                        case "y" -> y;
                        default -> word;
                    });
        return named.toString();
    }
}
