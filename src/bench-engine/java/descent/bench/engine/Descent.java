package descent.bench.engine;

import com.sun.management.ThreadMXBean;
import descent.engine.spec.ExperimentSpec;
import descent.engine.training.Trainer;
import java.lang.management.ManagementFactory;

/** This engine, as it runs in production: shuffled epochs, asked before every step to go on. */
final class Descent implements Contender {
    private final String name;
    private final ExperimentSpec spec;
    private double bytesPerStep;

    Descent(String name, ExperimentSpec spec) {
        this.name = name;
        this.spec = spec;
    }

    @Override
    public String name() {
        return name;
    }

    /** From before the first step to after the last: without the evaluations around them. */
    private static final class Watch {
        private static final ThreadMXBean THREADS =
                (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private long asked;
        private long bytes;
        private long began;
        private long ended;

        boolean isOver(long steps) {
            if (asked == 0) {
                bytes = THREADS.getCurrentThreadAllocatedBytes();
                began = CpuTime.now();
            }
            if (asked++ < steps) return false;
            ended = CpuTime.now();
            bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
            return true;
        }
    }

    /** That the last training allocated. */
    double bytesPerStep() {
        return bytesPerStep;
    }

    @Override
    public long train(long steps) {
        var trainer = Trainer.of(spec);
        var watch = new Watch();
        trainer.run(_ -> {}, () -> watch.isOver(steps));
        bytesPerStep = (double) watch.bytes / steps;
        return watch.ended - watch.began;
    }
}
