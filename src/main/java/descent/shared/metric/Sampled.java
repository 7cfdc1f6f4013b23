package descent.shared.metric;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Figures that stand in the database together: read when one of them is asked for, but not for each
 * of them anew. Not a number while the database does not answer.
 */
public final class Sampled<T> {
    private static final Logger LOG = Logger.getLogger(Sampled.class);

    /** All figures are asked for at the same time, many seconds apart. */
    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final Supplier<T> read;
    private @Nullable T value;
    private long readAt;
    private boolean tried;

    public Sampled(Supplier<T> read) {
        this.read = read;
    }

    /** One of the figures. */
    public synchronized double figure(ToDoubleFunction<T> which) {
        if (!tried || System.nanoTime() - readAt > FRESH) {
            try {
                value = read.get();
            } catch (RuntimeException e) {
                value = null;
                LOG.debug("figures could not be read", e);
            }
            tried = true;
            readAt = System.nanoTime();
        }
        var known = value;
        return known == null ? Double.NaN : which.applyAsDouble(known);
    }
}
