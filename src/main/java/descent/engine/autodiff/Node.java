package descent.engine.autodiff;

import java.util.List;

/** A number of a graph, with a name. */
public sealed interface Node {
    String name();

    /** One that is given from outside, such as a weight or an example: it has a gradient. */
    record Input(String name) implements Node {}

    /** One that stands in a formula, and never changes; its name is the number. */
    record Constant(String name, double value) implements Node {}

    /**
     * One that is computed of others.
     *
     * @param arguments one or two places of earlier nodes
     */
    record Computed(String name, Operation operation, List<Integer> arguments) implements Node {
        public Computed {
            arguments = List.copyOf(arguments);
            if (arguments.size() != operation.arguments())
                throw new IllegalArgumentException(
                        operation + " takes " + operation.arguments() + ", got " + arguments);
        }

        int first() {
            return arguments.getFirst();
        }

        /** The same as the first where there is but one. */
        int second() {
            return arguments.getLast();
        }
    }
}
