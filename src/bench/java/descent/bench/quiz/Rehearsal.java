package descent.bench.quiz;

import descent.bench.site.Browser;
import descent.bench.site.Database;
import descent.bench.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * What people do on a site, a few minutes of it: some read and take a test, one trains. It measures
 * nothing. A Java machine that notes meanwhile what it is asked for starts quicker the next time,
 * and is sooner as quick as it gets. Needs the JDK alone.
 *
 * <p>Arguments: the site, and how many people (20).
 */
final class Rehearsal {
    private static final String TEST = "gradient-descent-lesson-test";
    private static final int QUESTIONS = 12;
    private static final String COURSE = "/courses/" + Browser.COURSE;
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/login",
                    COURSE,
                    COURSE + "/lessons/gradient-descent",
                    COURSE + "/lessons/optimizers",
                    COURSE + "/tests/" + TEST,
                    COURSE + "/cards/review",
                    "/lab");

    private record At(URI address) implements Site {
        @Override
        public URI uri(String path) {
            return address.resolve(path);
        }

        @Override
        public Database database() {
            throw new UnsupportedOperationException("a rehearsal stays outside");
        }
    }

    private Rehearsal() {}

    public static void main(String[] arguments) throws Exception {
        var site = new At(URI.create(arguments[0]));
        int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (var http = Browser.client();
                var threads = Executors.newFixedThreadPool(2)) {
            new Learner(site, http).trains(1);
            Callable<Void> one = () -> one(site, http);
            for (var each : threads.invokeAll(Collections.nCopies(people, one))) {
                each.get();
            }
        }
    }

    private static Void one(Site site, HttpClient http) throws IOException, InterruptedException {
        var visitor = new Browser(site, http);
        var reader = Browser.enrolled(site, http);
        for (var page : PAGES) {
            Learner.insists(() -> visitor.get(page));
            Learner.insists(() -> reader.get(page));
        }
        var learner = new Learner(site, http);
        learner.starts(TEST);
        for (int i = 1; i <= QUESTIONS; i++) {
            var answer = learner.sees(i);
            learner.saves(i, answer.getKey(), answer.getValue());
        }
        learner.submits();
        while (!learner.hasResult()) {
            Thread.sleep(200);
        }
        return null;
    }
}
