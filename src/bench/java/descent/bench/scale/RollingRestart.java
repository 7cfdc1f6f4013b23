package descent.bench.scale;

import static descent.bench.site.Browser.COURSE;

import descent.bench.site.Browser;
import descent.bench.site.Cluster;
import descent.bench.site.Latencies;
import descent.bench.site.OpenLoop;
import descent.bench.site.Program;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * Each replica is ended as an orchestrator does it (SIGTERM) and started again, one after the
 * other, while pages are read, answers saved and experiments trained: no request that had begun
 * fails, and every run is finished.
 *
 * <p>Argument: rounds (3).
 */
public final class RollingRestart {
    private static final String PAGE = "/courses/" + COURSE + "/lessons/optimizers";

    private RollingRestart() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = LessonPages.argument(arguments, 0, 3);
        try (var cluster = Cluster.start();
                var http = Browser.client();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var training = new Training(cluster, Browser.enrolled(cluster, http));
                var sitting = new Sitting(cluster, 20, Duration.ofMillis(700))) {
            var reader = Browser.enrolled(cluster, http);
            var ends = new Latencies();
            var restarting =
                    threads.submit(() -> {
                        for (int i = 0; i < rounds; i++) {
                            for (var each : cluster.web()) {
                                restart(each, ends);
                            }
                            restart(cluster.worker(), ends);
                        }
                        return null;
                    });
            while (!restarting.isDone()) {
                var pages =
                        OpenLoop.run(
                                20,
                                Duration.ofSeconds(10),
                                () -> String.valueOf(reader.page(PAGE).statusCode()));
                System.out.println("pages: " + pages);
            }
            restarting.get();
            System.out.println("from SIGTERM to the end: " + ends);
            System.out.println("runs finished meanwhile: " + training.finished());
            System.out.println(sitting.end());
        }
    }

    private static void restart(Program program, Latencies ends) throws InterruptedException {
        ends.add(program.terminate());
        program.startAgain();
        program.waitUntilReady();
        Thread.sleep(2_000);
    }
}
