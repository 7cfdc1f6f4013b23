package descent.shared.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Limit WINDOW = new Limit.PerWindow(10, Duration.ofMinutes(1));
    private static final Limit GROWING =
            new Limit.Growing(
                    10, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofDays(1));

    @Test
    void windowClosesAfterItsLastTryUntilItsEnd() {
        assertEquals(Optional.empty(), WINDOW.closedUntil(new Tries(9, NOON, NOON.plusSeconds(5))));
        assertEquals(
                Optional.of(NOON.plusSeconds(60)),
                WINDOW.closedUntil(new Tries(10, NOON, NOON.plusSeconds(5))));
    }

    @Test
    void windowIsForgottenAtItsEnd() {
        var tries = new Tries(10, NOON, NOON.plusSeconds(59));
        assertFalse(WINDOW.isForgotten(tries, NOON.plusSeconds(59)));
        assertTrue(WINDOW.isForgotten(tries, NOON.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "11, 2", "12, 4", "19, 512", "20, 900", "1000000, 900"})
    void waitDoublesUpToItsCap(int tries, int seconds) {
        assertEquals(
                Optional.of(NOON.plusSeconds(seconds)),
                GROWING.closedUntil(new Tries(tries, NOON.minusSeconds(999), NOON)));
    }

    @Test
    void growingWaitIsForgottenAfterADayOfQuiet() {
        var tries = new Tries(50, NOON, NOON);
        assertFalse(GROWING.isForgotten(tries, NOON.plus(Duration.ofHours(23))));
        assertTrue(GROWING.isForgotten(tries, NOON.plus(Duration.ofHours(24))));
    }

    @Test
    void limitOfNoTriesIsNonsense() {
        assertThrows(
                IllegalArgumentException.class, () -> new Limit.PerWindow(0, Duration.ofDays(1)));
    }
}
