package descent.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what happens elsewhere. Patient, since machines are busy; returns at once when it has
 * happened.
 */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    public static void isTrue(String what, BooleanSupplier condition) {
        get(what, () -> condition.getAsBoolean(), happened -> happened);
    }

    /** The first value that fits. */
    public static <T> T get(String what, Supplier<T> value, Predicate<T> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var now = value.get();
            if (fits.test(now)) {
                return now;
            }
            if (System.nanoTime() > end) {
                return fail(
                        what
                                + " did not happen in "
                                + PATIENCE.toSeconds()
                                + " s; last seen: "
                                + now);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
