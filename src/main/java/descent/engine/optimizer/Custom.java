package descent.engine.optimizer;

import descent.engine.Bounds;
import descent.engine.Items;
import descent.engine.Or;
import descent.engine.OutOfBounds;
import descent.engine.Range;
import descent.engine.rule.Rule;
import descent.engine.rule.RuleException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An update rule in the learner's own words: see {@link Rule}.
 *
 * @param rule assignments over w, g, t, learningRate, the settings and its own arrays
 * @param settings numbers that the rule uses by name
 */
public record Custom(
        @Range(min = 1e-7, max = 100) @Or("0.01") double learningRate,
        @Items(min = 1, max = Rule.LONGEST) @Or("w = w - learningRate * g") String rule,
        @Items(max = 16) @Range(min = -1e6, max = 1e6) Map<String, Double> settings)
        implements Optimizer {
    private static final double LARGEST = 1e6;

    public Custom {
        settings = sorted(settings);
        Bounds.check(Custom.class, learningRate, rule, settings);
        settings.forEach(Custom::check);
        parsed(rule, settings);
    }

    private static SortedMap<String, Double> sorted(Map<String, Double> settings) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    private static void check(String name, double value) {
        if (!Rule.isSettingName(name))
            throw new OutOfBounds(
                    "settings",
                    "named with letters, digits and _, and not as what is there already",
                    "\"" + name + "\"");
        if (!(Math.abs(value) <= LARGEST))
            throw new OutOfBounds("settings." + name, "between -1000000 and 1000000", value);
    }

    private static Rule parsed(String rule, Map<String, Double> settings) {
        try {
            return Rule.parse(rule, List.copyOf(settings.keySet()));
        } catch (RuleException e) {
            throw OutOfBounds.because("rule", "is not understood: " + e.getMessage());
        }
    }

    @Override
    public List<String> state() {
        return parsed(rule, settings).state();
    }

    @Override
    public Update start() {
        var values = settings.values().stream().mapToDouble(Double::doubleValue).toArray();
        return parsed(rule, settings).start(values)::update;
    }

    @Override
    public void update(float[] w, float[] g, float[][] state, double learningRate, long t) {
        start().update(w, g, state, learningRate, t);
    }

    @Override
    public int operations() {
        return parsed(rule, settings).operations();
    }

    /** The same optimizer as a text, to start from: it gives the same weights, to the last bit. */
    public static Custom like(Optimizer optimizer) {
        if (optimizer instanceof Custom custom) return custom;
        var settings = new TreeMap<String, Double>();
        collect((Record) optimizer, settings);
        settings.remove("learningRate");
        return new Custom(optimizer.learningRate(), optimizer.rule(), settings);
    }

    private static void collect(Record record, Map<String, Double> settings) {
        for (var component : record.getClass().getRecordComponents())
            try {
                switch (component.getAccessor().invoke(record)) {
                    case Double number -> settings.put(component.getName(), number);
                    case Record group -> collect(group, settings);
                    case null, default -> {}
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
    }
}
