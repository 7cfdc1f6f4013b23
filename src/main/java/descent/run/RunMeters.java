package descent.run;

import descent.run.RunOverview.Queue;
import descent.shared.metric.Sampled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** How long runs wait, what becomes of them, and what they take. */
@ApplicationScoped
class RunMeters {
    private final MeterRegistry registry;
    private final Timer waitOfPersons;
    private final Timer waitOfPresets;
    private final Map<RunState, Counter> ended = new EnumMap<>(RunState.class);
    private final Counter compute;

    /** All are there from the start: what has not happened yet is 0, not missing. */
    RunMeters(MeterRegistry registry) {
        this.registry = registry;
        this.waitOfPersons = registry.timer("descent.run.wait", "asked", "person");
        this.waitOfPresets = registry.timer("descent.run.wait", "asked", "preset");
        for (var state : RunState.values()) {
            if (state.isEnd()) {
                var counter = registry.counter("descent.runs.ended", "outcome", state.toString());
                ended.put(state, counter);
            }
        }
        this.compute = registry.counter("descent.run.compute.seconds");
    }

    void start(@Observes StartupEvent event, RunOverview overview) {
        var queue = new Sampled<>(overview::queue);
        registered("waiting", queue, Queue::waiting);
        registered("running", queue, Queue::running);
        Gauge.builder(
                        "descent.runs.oldest.wait",
                        () -> queue.figure(each -> each.oldestWait().toMillis() / 1000.0))
                .baseUnit("seconds")
                .description("How long the run waits that people have been waiting for longest")
                .register(registry);
    }

    private void registered(String state, Sampled<Queue> queue, ToDoubleFunction<Queue> figure) {
        Gauge.builder("descent.runs", () -> queue.figure(figure))
                .tag("state", state)
                .description("Runs in the queue, of all replicas")
                .register(registry);
    }

    /**
     * @param waited negative where the clock of the replica that queued it is ahead of this one's
     * @param person whether a person waited for it
     */
    void begun(Duration waited, boolean person) {
        (person ? waitOfPersons : waitOfPresets)
                .record(waited.isNegative() ? Duration.ZERO : waited);
    }

    void ended(RunState end, Duration computed) {
        Objects.requireNonNull(ended.get(end), end.name()).increment();
        compute.increment(computed.toMillis() / 1000.0);
    }
}
