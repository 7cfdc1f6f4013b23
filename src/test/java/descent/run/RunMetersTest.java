package descent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RunMeters meters = new RunMeters(registry);

    /** Replicas' clocks are never quite the same; a run must not wait for that. */
    @Test
    void runOfAReplicaWhoseClockIsAheadHasNotWaited() {
        meters.begun(Duration.ofSeconds(-3), true);
        meters.begun(Duration.ofSeconds(2), true);
        var wait = registry.timer("descent.run.wait", "asked", "person");
        assertEquals(2, wait.count());
        assertEquals(2, wait.totalTime(TimeUnit.SECONDS));
    }
}
