package descent.engine.rule;

import java.util.List;

/**
 * An update rule in a few lines of arithmetic, for example gradient descent with momentum:
 *
 * <pre>
 * v = momentum * v + g
 * w = w - learningRate * v
 * </pre>
 *
 * <p>Given are the weight w, its gradient g, the learning rate, the number t = 1, 2, … of the step
 * and named settings. A name that is read before it is assigned is an array of the rule's own: a
 * number for each weight that starts at 0 and is kept from step to step. There are {@code + - * /
 * ^}, comparisons (1 or 0), {@code sqrt exp log abs sign min max clip where}, and nothing else: no
 * loops, no calls out, so that its cost is known before it runs.
 *
 * <p>What is the same for all weights is computed in double and rounded once; what is not, in
 * float32 operation by operation, without fused multiply-adds. A whole number written as an
 * exponent multiplies; any other power is exp(y log x).
 */
public final class Rule {
    public static final int LONGEST = 2000;

    private final String text;
    private final List<String> settings;
    private final Program program;

    private Rule(String text, List<String> settings, Program program) {
        this.text = text;
        this.settings = settings;
        this.program = program;
    }

    /**
     * @param settings names that the rule may use; their values come with each run
     * @throws RuleException with the place and what was expected there
     */
    public static Rule parse(String text, List<String> settings) {
        if (text.length() > LONGEST)
            throw new RuleException(
                    new Place(1, 1),
                    "the rule has %d characters; it may have %d".formatted(text.length(), LONGEST));
        return new Rule(text, List.copyOf(settings), Reader.program(text, settings));
    }

    /** Whether a setting may be called so. */
    public static boolean isSettingName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]{0,31}")
                && !List.of("w", "g", "t", "learningRate").contains(name)
                && !Operator.functions().containsKey(name);
    }

    public String text() {
        return text;
    }

    /** The names of its own arrays. */
    public List<String> state() {
        return program.state();
    }

    /** What a step costs for each weight, in additions or so. */
    public int operations() {
        return program.operations();
    }

    /**
     * The rule ready to run, compiled unless it was before.
     *
     * @param values of the settings, in their order
     */
    public RunningRule start(double... values) {
        if (values.length != settings.size())
            throw new IllegalArgumentException(values.length + " values for " + settings);
        return new RunningRule(program, Compiler.kernel(text, settings, program), values.clone());
    }
}
