package descent.run;

import descent.engine.spec.ExperimentSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Specs for tests: each has a seed of its own, and with it a run of its own. */
public final class TestSpecs {
    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime() % 1_000_000_000);

    private TestSpecs() {}

    public static ExperimentSpec fresh(Map<String, Object> fields) {
        var tree = new HashMap<>(fields);
        tree.put("seed", SEEDS.incrementAndGet());
        return ExperimentSpec.read(tree);
    }

    /** Over at once, with some records. */
    public static ExperimentSpec quick() {
        return fresh(Map.of("stop", Map.of("steps", 50), "record", Map.of("every", 5)));
    }

    /** Longer than any test waits, within a learner's budget, recording all the time. */
    public static ExperimentSpec endless() {
        return fresh(
                Map.of(
                        "network", Map.of("layers", List.of(wide(250), wide(250), wide(250))),
                        "stop", Map.of("steps", 7_000),
                        "record", Map.of("every", 5)));
    }

    /** A layer. */
    public static Map<String, Object> wide(int units) {
        return Map.of("kind", "dense", "units", units);
    }
}
