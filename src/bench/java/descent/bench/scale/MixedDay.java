package descent.bench.scale;

import static descent.bench.site.Browser.COURSE;

import descent.bench.site.Browser;
import descent.bench.site.Cluster;
import descent.bench.site.OpenLoop;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The mixed day: reading, listening, reviewing, a test, runs and logins at once, each at a constant
 * rate, while experiments are trained without a pause.
 *
 * <p>Arguments: seconds (120), percent of the usual rates (100).
 */
public final class MixedDay {
    private static final String LESSON = "/courses/" + COURSE + "/lessons/optimizers";
    private static final String SOUND = LESSON + "/listen/conversation/sound";
    private static final String CARDS = "/courses/" + COURSE + "/cards/review";
    private static final int PIECE = 65_536;
    private static final int PEOPLE = 40;

    /** Each saves an answer every 1.3 seconds: thirty in a second. */
    private static final int WRITERS = 40;

    private MixedDay() {}

    public static void main(String[] arguments) throws Exception {
        var time = Duration.ofSeconds(LessonPages.argument(arguments, 0, 120));
        int percent = LessonPages.argument(arguments, 1, 100);
        try (var cluster = Cluster.start()) {
            spend(cluster, Duration.ofSeconds(10), percent, false);
            spend(cluster, time, percent, true);
        }
    }

    /** What is done how often in a second. */
    private record Habit(String what, int perSecond, Callable<Integer> question) {}

    /** Everything at once for so long. */
    static void spend(Cluster cluster, Duration time, int percent, boolean told) throws Exception {
        try (var http = Browser.client();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var training = new Training(cluster, Browser.enrolled(cluster, http));
                var sitting =
                        new Sitting(cluster, WRITERS * percent / 100, Duration.ofMillis(1_300))) {
            var loops = new LinkedHashMap<String, Future<OpenLoop>>();
            for (var habit : habits(cluster, http)) {
                int rate = Math.max(1, habit.perSecond() * percent / 100);
                loops.put(
                        "%s (%d/s)".formatted(habit.what(), rate),
                        threads.submit(() ->
                                OpenLoop.run(
                                        rate,
                                        time,
                                        () -> String.valueOf(habit.question().call()))));
            }
            for (var each : loops.entrySet()) {
                var loop = each.getValue().get();
                if (told) {
                    System.out.printf("%-32s %s%n", each.getKey(), loop);
                }
            }
            var saved = sitting.end();
            if (told) {
                System.out.println("a test: " + saved);
                System.out.println("runs finished meanwhile: " + training.finished());
            }
        }
    }

    private static List<Habit> habits(Cluster cluster, HttpClient http) throws Exception {
        var people = new ArrayList<Browser>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Browser.enrolled(cluster, http));
        }
        var visitor = new Browser(cluster, http);
        return List.of(
                new Habit("lessons, visitors", 60, () -> visitor.page(LESSON).statusCode()),
                new Habit("lessons, learners", 30, () -> any(people).page(LESSON).statusCode()),
                new Habit("home", 5, () -> any(people).page("/home").statusCode()),
                new Habit("cards", 10, () -> any(people).page(CARDS).statusCode()),
                new Habit(
                        "listening",
                        10,
                        () -> {
                            int from = ThreadLocalRandom.current().nextInt(4) * PIECE;
                            return any(people).piece(SOUND, from, from + PIECE - 1).statusCode();
                        }),
                new Habit("presets", 5, () -> visitor.page("/experiments").statusCode()),
                new Habit(
                        "sign-ups",
                        2,
                        () -> {
                            Browser.enrolled(cluster, http);
                            return 303;
                        }));
    }

    private static Browser any(List<Browser> people) {
        return people.get(ThreadLocalRandom.current().nextInt(people.size()));
    }
}
