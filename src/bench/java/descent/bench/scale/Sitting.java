package descent.bench.scale;

import descent.bench.quiz.Learner;
import descent.bench.quiz.Ledger;
import descent.bench.site.Browser;
import descent.bench.site.Latencies;
import descent.bench.site.Site;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * People who sit one test after the other and save answers all the time, each as soon as the one
 * before is acknowledged and a moment has passed. What is acknowledged is written down.
 */
final class Sitting implements AutoCloseable {
    private static final String TEST = "gradient-descent-lesson-test";
    private static final int QUESTIONS = 12;

    private final Site site;
    private final HttpClient http = Browser.client();
    private final Latencies saves = new Latencies();
    private final Ledger ledger = new Ledger();
    private final List<Future<Void>> writers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    /**
     * @param pause between two answers of one person, on average
     */
    Sitting(Site site, int people, Duration pause) throws IOException, InterruptedException {
        this.site = site;
        for (int i = 0; i < people; i++) {
            var learner = new Learner(site, http);
            writers.add(threads.submit(() -> write(learner, pause)));
        }
    }

    private Void write(Learner learner, Duration pause) throws InterruptedException {
        while (!over) {
            sit(learner, pause);
        }
        return null;
    }

    /** One test, each question answered once. */
    private void sit(Learner learner, Duration pause) throws InterruptedException {
        learner.starts(TEST);
        var answers = new ArrayList<Map.Entry<String, String>>();
        for (int question = 1; question <= QUESTIONS; question++) {
            answers.add(learner.sees(question));
        }
        for (int question = 1; question <= QUESTIONS; question++) {
            Thread.sleep(ThreadLocalRandom.current().nextLong(2 * pause.toMillis() + 1));
            var answer = answers.get(question - 1);
            long began = System.nanoTime();
            var saved = learner.saves(question, answer.getKey(), answer.getValue());
            saves.add(Duration.ofNanos(System.nanoTime() - began));
            ledger.acknowledged(learner.attempt(), saved);
        }
        learner.submits();
        while (!learner.hasResult()) {
            Thread.sleep(200);
        }
        ledger.submitted(learner.attempt());
    }

    /** Acknowledged so far. */
    int acknowledged() {
        return saves.number();
    }

    /** From this moment to the next acknowledgement, or at most a minute. */
    Duration untilNext(long since) throws InterruptedException {
        int before = acknowledged();
        while (acknowledged() <= before
                && System.nanoTime() - since < Duration.ofMinutes(1).toNanos()) {
            Thread.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Everybody hands in; then the ledger is compared with the database. */
    String end() throws Exception {
        over = true;
        for (var writer : writers) {
            writer.get();
        }
        return "%s%n  saves: %s".formatted(compared(), saves);
    }

    private String compared() throws IOException, SQLException {
        return ledger.compared(site);
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        http.shutdownNow();
    }
}
