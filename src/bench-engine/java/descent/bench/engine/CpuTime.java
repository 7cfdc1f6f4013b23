package descent.bench.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor's time of the calling thread: what the problem costs on one core, however many
 * other programs want that core.
 */
final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
