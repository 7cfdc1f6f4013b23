package descent.bench.site;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long things took, each from the moment for which it was planned. */
public final class Latencies {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    public void add(Duration time) {
        nanos.add(time.toNanos());
    }

    public int number() {
        return nanos.size();
    }

    /** The time within which so many of a hundred were done. */
    public Duration percentile(int percent) {
        var sorted = nanos.stream().sorted().toList();
        return Duration.ofNanos(
                sorted.isEmpty()
                        ? 0
                        : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
    }

    @Override
    public String toString() {
        return nanos.isEmpty()
                ? "none"
                : "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms (of %d)"
                        .formatted(
                                percentile(50).toNanos() / 1e6,
                                percentile(95).toNanos() / 1e6,
                                percentile(99).toNanos() / 1e6,
                                percentile(100).toNanos() / 1e6,
                                number());
    }
}
