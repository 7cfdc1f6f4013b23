package descent.engine.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Understands a rule: tells what is the same for all weights from what is not, and finds the rule's
 * own arrays. A name that is read before it is first assigned is one: it keeps its value from step
 * to step, for each weight.
 */
final class Reader {
    private static final int MOST_STATES = 6;
    private static final int MOST_OPERATIONS = 400;

    /** What a name stands for, or a formula's value: one for all weights, or one for each. */
    private sealed interface Meaning {
        record Same(Uniform uniform) implements Meaning {}

        record Each(Term term) implements Meaning {}
    }

    private final List<Assignment> assignments;
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Set<String> fixed = new HashSet<>(Set.of("t", "learningRate"));
    private final Set<String> states = new LinkedHashSet<>();
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final List<Uniform> factors = new ArrayList<>();
    private final List<Program.Store> stores = new ArrayList<>();

    private Reader(List<Assignment> assignments, List<String> settings) {
        this.assignments = assignments;
        meanings.put("t", new Meaning.Same(new Uniform.Step()));
        meanings.put("learningRate", new Meaning.Same(new Uniform.LearningRate()));
        for (int i = 0; i < settings.size(); i++)
            meanings.put(settings.get(i), new Meaning.Same(new Uniform.Setting(i)));
        fixed.addAll(settings);
        variable("w");
        variable("g");
    }

    /**
     * @param settings the names it may use besides w, g, t and learningRate
     * @throws RuleException where it is no rule
     */
    static Program program(String text, List<String> settings) {
        var assignments = Parser.assignments(text, Operator.functions());
        return new Reader(assignments, settings).program();
    }

    private Program program() {
        findStates();
        states.forEach(this::variable);
        assignments.forEach(this::add);
        if (stores.stream().noneMatch(store -> store.slot() == Program.WEIGHT))
            throw new RuleException(
                    new Place(1, 1), "the rule assigns nothing to w, so no weight would change");
        var program =
                new Program(
                        List.copyOf(states),
                        List.copyOf(factors),
                        List.copyOf(stores),
                        slots.size());
        if (program.operations() > MOST_OPERATIONS)
            throw new RuleException(
                    assignments.getLast().place(),
                    "the rule takes %d operations for each weight; it may take %d"
                            .formatted(program.operations(), MOST_OPERATIONS));
        return program;
    }

    private void findStates() {
        var assigned = new HashSet<String>();
        for (var assignment : assignments) assigned.add(assignment.name());
        var before = new HashSet<>(meanings.keySet());
        for (var assignment : assignments) {
            findStates(assignment.value(), assigned, before);
            before.add(assignment.name());
        }
    }

    private void findStates(Expression value, Set<String> assigned, Set<String> before) {
        switch (value) {
            case Expression.Number _ -> {}
            case Expression.Apply apply ->
                    apply.arguments().forEach(a -> findStates(a, assigned, before));
            case Expression.Name(var name, var place) -> {
                if (before.contains(name) || states.contains(name)) return;
                if (!assigned.contains(name)) throw unknown(name, place, assigned);
                states.add(name);
                if (states.size() > MOST_STATES)
                    throw new RuleException(
                            place, "a rule may keep at most " + MOST_STATES + " numbers a weight");
            }
        }
    }

    private RuleException unknown(String name, Place place, Set<String> assigned) {
        var known = new TreeSet<>(meanings.keySet());
        known.addAll(assigned);
        return new RuleException(
                place, "there is no \"" + name + "\"; known are " + String.join(", ", known));
    }

    private void add(Assignment assignment) {
        var name = assignment.name();
        if (fixed.contains(name))
            throw new RuleException(
                    assignment.place(), "\"" + name + "\" is given and cannot be assigned");
        var value = meaning(assignment.value());
        boolean kept = slots.containsKey(name);
        if (value instanceof Meaning.Same(var uniform) && !kept) {
            meanings.put(name, new Meaning.Same(new Uniform.Known(factor(uniform))));
            return;
        }
        // The variable may have been one for all weights before.
        int slot = variable(name);
        stores.add(new Program.Store(slot, term(value)));
    }

    /** Each weight has its own; that is so from here on. */
    private int variable(String name) {
        var slot = slots.get(name);
        if (slot == null) {
            slot = slots.size();
            slots.put(name, slot);
        }
        meanings.put(name, new Meaning.Each(new Term.Variable(slot)));
        return slot;
    }

    private int factor(Uniform uniform) {
        int known = factors.indexOf(uniform);
        if (known >= 0) return known;
        factors.add(uniform);
        return factors.size() - 1;
    }

    private Term term(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Each(var term) -> term;
            case Meaning.Same(Uniform.Known(int index)) -> new Term.Factor(index);
            case Meaning.Same(var uniform) -> new Term.Factor(factor(uniform));
        };
    }

    private Meaning meaning(Expression value) {
        return switch (value) {
            case Expression.Number(double number, _) ->
                    new Meaning.Same(new Uniform.Constant(number));
            case Expression.Name(var name, _) -> {
                var meaning = meanings.get(name);
                if (meaning == null) throw new IllegalStateException(name);
                yield meaning;
            }
            case Expression.Apply apply -> meaning(apply);
        };
    }

    private Meaning meaning(Expression.Apply apply) {
        var operator = Operator.of(apply.operation());
        var arguments = apply.arguments().stream().map(this::meaning).toList();
        var same = new ArrayList<Uniform>();
        for (var argument : arguments)
            if (argument instanceof Meaning.Same(var uniform)) same.add(uniform);
        if (same.size() == arguments.size())
            return new Meaning.Same(new Uniform.Operation(operator, List.copyOf(same)));
        if (operator == Operator.POWER) {
            double exponent = written(arguments.getLast());
            if (Math.rint(exponent) == exponent && Math.abs(exponent) <= Term.WholePower.LARGEST)
                return new Meaning.Each(
                        new Term.WholePower(term(arguments.getFirst()), (int) exponent));
        }
        return new Meaning.Each(
                new Term.Operation(operator, arguments.stream().map(this::term).toList()));
    }

    /** The number that is written there; NaN where it is none. */
    private static double written(Meaning exponent) {
        return exponent instanceof Meaning.Same(var uniform) ? written(uniform) : Double.NaN;
    }

    private static double written(Uniform uniform) {
        if (uniform instanceof Uniform.Constant(double value)) return value;
        if (!(uniform instanceof Uniform.Operation(var operator, var arguments))) return Double.NaN;
        var values = arguments.stream().mapToDouble(Reader::written).toArray();
        for (double value : values) if (Double.isNaN(value)) return Double.NaN;
        int last = values.length - 1;
        return operator.of(values[0], values[Math.min(1, last)], values[last]);
    }
}
