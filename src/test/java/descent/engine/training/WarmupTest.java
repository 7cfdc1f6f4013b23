package descent.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmupTest {
    @Test
    void tellsHowFastTheMachineTrains() {
        var speed = Warmup.run(Duration.ZERO, () -> false).orElseThrow();
        assertTrue(speed.layerStep() > 1, speed.toString());
    }

    /** Slices that were cut off say nothing: by one of them a run would take no time at all. */
    @Test
    void tellsNothingWhereTheProgramEndsMeanwhile() {
        assertEquals(Optional.empty(), Warmup.run(Duration.ofSeconds(5), () -> true));
    }
}
