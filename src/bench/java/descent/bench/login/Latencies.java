package descent.bench.login;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took. */
final class Latencies {
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long time) {
        nanos.add(time);
    }

    @Override
    public String toString() {
        var sorted = nanos.stream().sorted().toList();
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms"
                .formatted(
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 95 / 100) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6);
    }
}
