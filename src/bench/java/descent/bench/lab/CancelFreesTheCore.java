package descent.bench.lab;

import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.time.Duration;

/**
 * From sending "cancel" to the moment after which no training thread computes any more, as the
 * system's own account of threads says (Linux).
 */
public final class CancelFreesTheCore {
    private static final int TIMES = 200;
    private static final Duration STILL = Duration.ofMillis(150);

    private CancelFreesTheCore() {}

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet();
                var ada = new Learner(program.site())) {
            var times = new Latencies();
            for (int i = 0; i < TIMES; i++) {
                var id = ada.runs(Learner.large());
                ada.waitsFor(id, "\"point\":");
                long began = System.nanoTime();
                ada.cancels(id);
                times.add(untilStill(program, began));
            }
            System.out.println("cancel to core free: " + times);
        }
    }

    /** A thread that has ended counts nothing any more: what was computed then becomes less. */
    private static Duration untilStill(Program program, long began) throws Exception {
        var last = program.trainingTime();
        long lastBusy = began;
        while (System.nanoTime() - lastBusy < STILL.toNanos()) {
            Thread.sleep(1);
            var now = program.trainingTime();
            if (!now.equals(last)) {
                lastBusy = System.nanoTime();
                last = now;
            }
        }
        return Duration.ofNanos(lastBusy - began);
    }
}
