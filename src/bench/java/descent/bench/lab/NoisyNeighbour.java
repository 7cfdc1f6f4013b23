package descent.bench.lab;

import descent.bench.site.Latencies;
import descent.bench.site.OpenLoop;
import descent.bench.site.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One person asks for runs of ten seconds, by twenty requests at once: a thousand or, since who is
 * refused is told so after a pause, as many as there is time for. Meanwhile another asks for the
 * lab's first run, again and again: how long until its first point is there? And how long do pages
 * of lessons take, of which twenty are asked for in a second? Pages count from the moment at which
 * they should have been asked for.
 */
public final class NoisyNeighbour {
    private static final int RUNS = 1_000;
    private static final int AT_ONCE = 20;
    private static final int TIMES = 50;
    private static final int PAGES_PER_SECOND = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final String PAGE = "/courses/" + Learner.COURSE + "/lessons/optimizers";

    private final Program program;
    private final Latencies firstPoints = new Latencies();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    private NoisyNeighbour(Program program) {
        this.program = program;
    }

    public static void main(String[] args) throws Exception {
        try (var program = Program.startQuiet()) {
            new NoisyNeighbour(program).measure();
        }
    }

    private void measure() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var ada = new Learner(program.site());
                var bob = new Learner(program.site());
                var reader = new Learner(program.site())) {
            OpenLoop.run(PAGES_PER_SECOND, WARM_UP, () -> status(reader));
            var asking =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(_ -> threads.submit(() -> asks(ada)))
                            .toList();
            while (accepted.get() + refused.get() < 20) {
                Thread.sleep(50);
            }
            var reading =
                    threads.submit(() ->
                            OpenLoop.run(
                                    PAGES_PER_SECOND, () -> !over.get(), () -> status(reader)));
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                var id = bob.runs(Learner.usual());
                bob.waitsFor(id, "\"point\":");
                firstPoints.add(Duration.ofNanos(System.nanoTime() - began));
                bob.waitsFor(id, "event:end");
            }
            over.set(true);
            for (var each : asking) {
                each.get();
            }
            var pages = reading.get();
            System.out.printf(
                    "of the one's runs %d were taken, %d refused%n", accepted.get(), refused.get());
            System.out.println("the other's first point: " + firstPoints);
            System.out.println("pages of lessons:        " + pages);
        }
    }

    private Void asks(Learner ada) throws Exception {
        while (!over.get() && accepted.get() + refused.get() < RUNS) {
            int status = ada.asks(Learner.large()).statusCode();
            (status == 201 ? accepted : refused).incrementAndGet();
        }
        return null;
    }

    private static String status(Learner reader) throws IOException, InterruptedException {
        return String.valueOf(reader.get(PAGE));
    }
}
