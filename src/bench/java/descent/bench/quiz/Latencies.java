package descent.bench.quiz;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long things took, each from the moment for which it was planned. */
final class Latencies {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(Duration time) {
        nanos.add(time.toNanos());
    }

    int number() {
        return nanos.size();
    }

    @Override
    public String toString() {
        var sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "none";
        }
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms (of %d)"
                .formatted(
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 95 / 100) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6,
                        sorted.getLast() / 1e6,
                        sorted.size());
    }
}
