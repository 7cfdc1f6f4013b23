package descent.bench.scale;

import static descent.bench.site.Browser.COURSE;

import descent.bench.site.Browser;
import descent.bench.site.Cluster;
import descent.bench.site.OpenLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Lesson pages at a constant rate, compressed as browsers ask for them: of visitors, then of people
 * who take the course.
 *
 * <p>Arguments: pages in a second (500), seconds (30), of a hundred readers in the second part
 * those who are signed in (20).
 */
public final class LessonPages {
    private static final Pattern LESSON =
            Pattern.compile("href=\"(/courses/" + COURSE + "/lessons/[a-z0-9-]+)\"");
    private static final int PEOPLE = 20;

    /** Who is signed in comes among the others, not a row of them and then none. */
    private static final long SPREAD = 61;

    private LessonPages() {}

    public static void main(String[] arguments) throws Exception {
        int rate = argument(arguments, 0, 500);
        var time = Duration.ofSeconds(argument(arguments, 1, 30));
        int signedIn = argument(arguments, 2, 20);
        try (var cluster = Cluster.start();
                var http = Browser.client()) {
            var visitor = new Browser(cluster, http);
            var lessons =
                    LESSON.matcher(visitor.get("/courses/" + COURSE).body())
                            .results()
                            .map(each -> each.group(1))
                            .distinct()
                            .toList();
            var people = new ArrayList<Browser>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(Browser.enrolled(cluster, http));
            }
            read(visitor, people, 0, lessons, Math.max(1, rate / 4), time);
            System.out.printf(
                    "%d lessons, %d pages/s for %d s%n", lessons.size(), rate, time.toSeconds());
            System.out.println("visitors: " + read(visitor, people, 0, lessons, rate, time));
            read(visitor, people, signedIn, lessons, Math.max(1, rate / 4), time.dividedBy(3));
            System.out.printf(
                    "%d %% signed in: %s%n",
                    signedIn, read(visitor, people, signedIn, lessons, rate, time));
        }
    }

    private static OpenLoop read(
            Browser visitor,
            List<Browser> people,
            int signedIn,
            List<String> lessons,
            int rate,
            Duration time)
            throws InterruptedException {
        var number = new AtomicInteger();
        return OpenLoop.run(
                rate,
                time,
                () -> {
                    int i = number.getAndIncrement();
                    var reader = i * SPREAD % 100 < signedIn ? people.get(i % PEOPLE) : visitor;
                    var page = reader.page(lessons.get(i % lessons.size()));
                    return String.valueOf(page.statusCode());
                });
    }

    static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
