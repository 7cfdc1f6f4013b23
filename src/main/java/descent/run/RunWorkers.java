package descent.run;

import descent.run.Interruption.Reason;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * The threads that train: one less than there are cores, at a low priority, so that pages never
 * wait for them. Each takes the next run of the queue, and waits when there is none.
 */
@ApplicationScoped
class RunWorkers {
    private static final Logger LOG = Logger.getLogger(RunWorkers.class);

    /** News may be lost; the queue is looked at all the same. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final RunQueue queue;
    private final TrainRun training;
    private final News news;
    private final WarmEngine engine;
    private final Semaphore waiting = new Semaphore(0);
    private final Map<String, Interruption> underWay = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private List<Thread> threads = List.of();

    RunWorkers(RunQueue queue, TrainRun training, News news, WarmEngine engine) {
        this.queue = queue;
        this.training = training;
        this.news = news;
        this.engine = engine;
    }

    void start(@Observes StartupEvent event) {
        news.listen(Topic.RUN_WAITING, key -> waiting.release());
        news.listen(Topic.RUN_CANCELLED, this::cancel);
        int number = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        threads =
                IntStream.range(0, number)
                        .mapToObj(i ->
                                Thread.ofPlatform()
                                        .name("training-" + i)
                                        .priority(Thread.MIN_PRIORITY)
                                        .daemon()
                                        .start(this::work))
                        .toList();
    }

    /** Runs under way are handed back: another worker begins them anew. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        underWay.values().forEach(run -> run.ask(Reason.PROGRAM_ENDS));
        waiting.release(threads.size());
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void cancel(String key) {
        var run = underWay.get(key);
        if (run != null) {
            run.ask(Reason.UNWANTED);
        }
    }

    private void work() {
        engine.await();
        var name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        while (!stopping) {
            try {
                var claim = queue.claim(name);
                if (claim.isEmpty()) {
                    waiting.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    waiting.drainPermits();
                } else {
                    train(claim.get());
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // A worker outlives whatever a run or the database does to it.
                LOG.error("a training thread met a fault and goes on", e);
                pause();
            }
        }
    }

    private void train(RunQueue.Claim claim) {
        var interruption = new Interruption();
        underWay.put(claim.key(), interruption);
        try {
            training.train(claim, interruption);
        } finally {
            underWay.remove(claim.key());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
