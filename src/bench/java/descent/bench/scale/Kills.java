package descent.bench.scale;

import descent.bench.site.Cluster;
import descent.bench.site.Latencies;
import java.time.Duration;
import java.util.Random;

/**
 * Fifty people save answers without end while a web replica, the worker or the database is killed
 * (kill -9) at random moments; then all that was acknowledged is looked for in the database.
 *
 * <p>Arguments: kills of a web replica (100), of the worker (20), of the database (30), people
 * (50).
 */
public final class Kills {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Random RANDOM = new Random(11);

    private interface Kill {
        void one() throws Exception;
    }

    private Kills() {}

    public static void main(String[] arguments) throws Exception {
        int people = LessonPages.argument(arguments, 3, 50);
        try (var cluster = Cluster.start()) {
            series(
                    cluster,
                    "web replica",
                    LessonPages.argument(arguments, 0, 100),
                    people,
                    () -> cluster.web().get(RANDOM.nextInt(2)).killAndStart());
            series(
                    cluster,
                    "worker",
                    LessonPages.argument(arguments, 1, 20),
                    people,
                    () -> cluster.worker().killAndStart());
            series(
                    cluster,
                    "database",
                    LessonPages.argument(arguments, 2, 30),
                    people,
                    () -> cluster.database().kill());
        }
    }

    private static void series(Cluster cluster, String what, int kills, int people, Kill kill)
            throws Exception {
        if (kills == 0) {
            return;
        }
        var recoveries = new Latencies();
        try (var sitting = new Sitting(cluster, people, PAUSE)) {
            for (int i = 0; i < kills; i++) {
                Thread.sleep(RANDOM.nextLong(2_000, 6_000));
                for (var each : cluster.web()) {
                    each.waitUntilReady();
                }
                long killed = System.nanoTime();
                kill.one();
                recoveries.add(sitting.untilNext(killed));
            }
            System.out.printf("%n%d kills of the %s%n", kills, what);
            System.out.println("  to the next acknowledgement: " + recoveries);
            System.out.println("  " + sitting.end());
        }
    }
}
