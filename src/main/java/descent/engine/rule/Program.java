package descent.engine.rule;

import java.util.List;

/**
 * A rule that has been understood.
 *
 * @param state the names of its own arrays, in the order of their first use
 * @param factors what is the same for all weights, each computed after those before it; the
 *     elements' arithmetic sees them rounded to float32
 * @param stores what is computed for each weight, in order
 * @param slots how many variables there are: 0 the weight, 1 its gradient, then the states, then
 *     names of the rule's own
 */
record Program(List<String> state, List<Uniform> factors, List<Store> stores, int slots) {
    static final int WEIGHT = 0;
    static final int GRADIENT = 1;
    static final int FIRST_STATE = 2;

    /** {@code variable slot = value}. */
    record Store(int slot, Term value) {}

    int operations() {
        return stores.stream().mapToInt(store -> store.value().operations()).sum();
    }
}
