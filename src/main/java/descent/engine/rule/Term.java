package descent.engine.rule;

import java.util.List;

/** What is computed for each weight, in float32. */
sealed interface Term {
    /** A number that is the same for all weights; see {@link Program#factors}. */
    record Factor(int index) implements Term {}

    /** The weight, its gradient, a state or a name of the rule's own: see {@link Program#slots}. */
    record Variable(int slot) implements Term {}

    record Operation(Operator operator, List<Term> arguments) implements Term {}

    /** x to a whole number, by multiplication. */
    record WholePower(Term base, int exponent) implements Term {
        static final int LARGEST = 64;
    }

    /** How many additions or so it is worth. */
    default int operations() {
        return switch (this) {
            case Factor _, Variable _ -> 0;
            case Operation(var operator, var arguments) ->
                    operator.operations() + arguments.stream().mapToInt(Term::operations).sum();
            case WholePower(var base, int n) -> {
                int times = Math.abs(n);
                int products = times < 2 ? 0 : 30 - Integer.numberOfLeadingZeros(times);
                yield base.operations() + products + Integer.bitCount(times) + (n < 0 ? 1 : 0);
            }
        };
    }
}
