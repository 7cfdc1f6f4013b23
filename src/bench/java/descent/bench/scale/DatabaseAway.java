package descent.bench.scale;

import static descent.bench.site.Browser.COURSE;

import descent.bench.site.Browser;
import descent.bench.site.Cluster;
import descent.bench.site.Database;
import descent.bench.site.Latencies;
import descent.bench.site.Program;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * The database is frozen, restarted, and gone, while learners open pages and save answers: how soon
 * is everybody told, with what, and how soon is all well again, without a restart of the program?
 *
 * <p>Argument: seconds for which it is frozen, and gone (30).
 */
public final class DatabaseAway {
    private static final String PAGE = "/courses/" + COURSE + "/lessons/optimizers";
    private static final int READERS = 10;
    private static final Duration HEALED_WITHIN = Duration.ofMinutes(2);

    private interface Fault {
        void happens(Database database) throws Exception;
    }

    private final Cluster cluster;
    private final HttpClient http = Browser.client();

    private DatabaseAway(Cluster cluster) {
        this.cluster = cluster;
    }

    public static void main(String[] arguments) throws Exception {
        var time = Duration.ofSeconds(LessonPages.argument(arguments, 0, 30));
        try (var cluster = Cluster.start();
                var sitting = new Sitting(cluster, 10, Duration.ofMillis(500))) {
            var pids = cluster.web().stream().map(Program::pid).toList();
            var away = new DatabaseAway(cluster);
            away.watch("nothing", _ -> Thread.sleep(Duration.ofSeconds(5)));
            away.watch(
                    "frozen for " + time.toSeconds() + " s",
                    database -> {
                        database.freeze();
                        Thread.sleep(time);
                        database.thaw();
                    });
            away.watch("restarted", database -> database.start(database.stop()));
            away.watch("killed", Database::kill);
            away.watch(
                    "gone for " + time.toSeconds() + " s",
                    database -> {
                        List<String> command = database.stop();
                        Thread.sleep(time);
                        database.start(command);
                    });
            System.out.println("  " + sitting.end());
            if (!pids.equals(cluster.web().stream().map(Program::pid).toList())) {
                throw new IllegalStateException("a replica was restarted");
            }
        }
    }

    private void watch(String what, Fault fault) throws Exception {
        var answers = new ConcurrentSkipListMap<String, LongAdder>();
        var refusals = new Latencies();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < READERS; i++) {
                var learner = Browser.enrolled(cluster, http);
                threads.submit(() -> read(learner, over, answers, refusals));
            }
            Thread.sleep(1_000);
            fault.happens(cluster.database());
            long back = System.nanoTime();
            var healed = untilHealed(back);
            Thread.sleep(2_000);
            over.set(true);
            System.out.printf(
                    "%n%s: answers %s%n  what was not answered well: %s%n  from its return to the first good page at each replica: %d ms%n",
                    what, answers, refusals, healed.toMillis());
        }
    }

    private static Void read(
            Browser learner, AtomicBoolean over, Map<String, LongAdder> answers, Latencies refusals)
            throws InterruptedException {
        while (!over.get()) {
            long began = System.nanoTime();
            String answer;
            try {
                answer = String.valueOf(learner.get(PAGE).statusCode());
            } catch (IOException e) {
                answer = e.getClass().getSimpleName();
            }
            if (!answer.equals("200")) {
                refusals.add(Duration.ofNanos(System.nanoTime() - began));
            }
            answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
            Thread.sleep(100);
        }
        return null;
    }

    private Duration untilHealed(long since) throws Exception {
        for (var each : cluster.web()) {
            var visitor = new Browser(each, http);
            while (System.nanoTime() - since < HEALED_WITHIN.toNanos()) {
                if (each.isReady() && visitor.get("/courses/" + COURSE).statusCode() == 200) {
                    break;
                }
                Thread.sleep(20);
            }
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
