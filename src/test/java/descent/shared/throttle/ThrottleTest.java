package descent.shared.throttle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.shared.web.Problem;
import descent.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ThrottleTest {
    private static final Limit THREE_A_MINUTE = new Limit.PerWindow(3, Duration.ofMinutes(1));

    @Inject Throttle throttle;

    private final String key = "test " + UUID.randomUUID();

    @Test
    void refusalSaysWhenToComeBack() {
        var clock = MovableClock.install();
        for (int i = 0; i < 3; i++) {
            throttle.take(key, THREE_A_MINUTE);
        }
        var problem = assertThrows(Problem.class, () -> throttle.take(key, THREE_A_MINUTE));
        assertEquals(429, problem.status());
        assertTrue(problem.retryAfter().toSeconds() >= 58, problem.reason());
        assertThrows(Problem.class, () -> throttle.check(key, THREE_A_MINUTE));
        clock.forward(Duration.ofMinutes(1));
        assertDoesNotThrow(() -> throttle.take(key, THREE_A_MINUTE));
    }

    @Test
    void triesAtOnceAreAllCounted() throws Exception {
        Callable<Boolean> one =
                () -> {
                    try {
                        throttle.take(key, THREE_A_MINUTE);
                        return true;
                    } catch (Problem refused) {
                        return false;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(8)) {
            var taken = threads.invokeAll(Stream.generate(() -> one).limit(24).toList());
            long through = taken.stream().filter(future -> future.resultNow().equals(true)).count();
            assertEquals(3, through);
        }
    }

    @Test
    void tryGivenBackMayBeMadeAgain() {
        for (int i = 0; i < 10; i++) {
            throttle.take(key, THREE_A_MINUTE);
            throttle.giveBack(key);
        }
        throttle.take(key, THREE_A_MINUTE);
        throttle.forget(key);
        assertDoesNotThrow(() -> throttle.check(key, THREE_A_MINUTE));
    }
}
