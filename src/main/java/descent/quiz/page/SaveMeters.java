package descent.quiz.page;

import descent.quiz.taking.SaveResponse.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** How long it takes until an answer is kept, and how many came too late. */
@Startup
@ApplicationScoped
class SaveMeters {
    private final Timer saved;
    private final Timer overtaken;
    private final Timer outOfOrder;
    private final Timer ended;
    private final Timer late;

    SaveMeters(MeterRegistry registry) {
        saved = timer(registry, "saved");
        overtaken = timer(registry, "overtaken");
        outOfOrder = timer(registry, "out of order");
        ended = timer(registry, "ended");
        late = timer(registry, "late");
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return registry.timer("descent.quiz.save", "outcome", outcome);
    }

    Outcome timed(Supplier<Outcome> save) {
        long begin = System.nanoTime();
        var outcome = save.get();
        of(outcome).record(Duration.ofNanos(System.nanoTime() - begin));
        return outcome;
    }

    private Timer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved _ -> saved;
            case Outcome.Overtaken _ -> overtaken;
            case Outcome.OutOfOrder _ -> outOfOrder;
            case Outcome.Ended each -> each.inTime() ? ended : late;
        };
    }
}
