package descent.bench.lab;

import descent.bench.site.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many runs the whole system finishes in a second: people who ask for the lab's first run, read
 * its stream to the end, and ask again.
 */
public final class RunsPerSecond {
    private static final int PEOPLE = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private RunsPerSecond() {}

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var finished = new AtomicInteger();
            var over = new AtomicBoolean();
            var work = new ArrayList<Callable<Void>>();
            for (int i = 0; i < PEOPLE; i++) {
                var learner = new Learner(program.site());
                work.add(() -> {
                    while (!over.get()) {
                        // Nobody may ask more than twice a second for long; eight can.
                        learner.waitsFor(learner.runs(Learner.usual()), "event:end");
                        finished.incrementAndGet();
                    }
                    return null;
                });
            }
            var people = work.stream().map(threads::submit).toList();
            Thread.sleep(WARM_UP);
            finished.set(0);
            Thread.sleep(WINDOW);
            int number = finished.get();
            over.set(true);
            for (var person : people) {
                person.get();
            }
            System.out.printf(
                    "%d people: %.1f runs/s%n", PEOPLE, number / (double) WINDOW.toSeconds());
        }
    }
}
