package descent.bench.scale;

import descent.bench.site.Cluster;
import java.time.Duration;

/**
 * The mixed day at half its rates for long: does anything grow? Told after each part: threads, open
 * files and heap of every replica.
 *
 * <p>Argument: minutes (20).
 */
public final class Soak {
    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        int minutes = LessonPages.argument(arguments, 0, 20);
        try (var cluster = Cluster.start()) {
            for (int minute = 0; minute <= minutes; minute += 2) {
                System.out.printf("after %d minutes%n", minute);
                for (var each : cluster.web()) {
                    System.out.println("  web:    " + each.size());
                }
                System.out.println("  worker: " + cluster.worker().size());
                if (minute < minutes) {
                    MixedDay.spend(cluster, Duration.ofMinutes(2), 50, minute + 2 >= minutes);
                }
            }
        }
    }
}
