package descent.run.work;

import descent.run.RunQueue;
import descent.run.RunQueue.Claim;
import descent.run.budget.WarmEngine;
import descent.run.work.Interruption.Reason;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.replica.Replica;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes runs from the queue and trains each on a thread of its own, at a low priority. One core
 * less than there are computes them, so that pages never wait; while all of these are busy, people
 * who have no run under way still get theirs begun.
 */
@ApplicationScoped
class RunWorkers {
    private static final Logger LOG = Logger.getLogger(RunWorkers.class);

    /** News may be lost; the queue is looked at all the same. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Runs under way beyond those that compute: their memory is what this costs. */
    private static final int TAKING_TURNS = 7;

    private record UnderWay(String key, Interruption interruption) {}

    private final RunQueue queue;
    private final TrainRun training;
    private final News news;
    private final WarmEngine engine;
    private final Replica replica;
    private final Turns turns =
            new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final Semaphore woken = new Semaphore(0);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform()
                            .name("training-", 0)
                            .priority(Thread.MIN_PRIORITY)
                            .daemon()
                            .factory());

    /** By the name of the claim. */
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    RunWorkers(RunQueue queue, TrainRun training, News news, WarmEngine engine, Replica replica) {
        this.queue = queue;
        this.training = training;
        this.news = news;
        this.engine = engine;
        this.replica = replica;
    }

    void start(@Observes StartupEvent event) {
        if (!replica.worksInBackground()) {
            return;
        }
        news.listen(Topic.RUN_WAITING, key -> woken.release());
        news.listen(Topic.RUN_CANCELLED, this::cancel);
        Thread.ofPlatform().name("training-queue").daemon().start(this::work);
    }

    /**
     * Runs under way are handed back, before anything else ends: another worker begins them anew.
     */
    void handBack(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        woken.release();
        underWay.values().forEach(run -> run.interruption().ask(Reason.PROGRAM_ENDS));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        handBack(new ShutdownDelayInitiatedEvent());
        threads.shutdown();
        threads.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void cancel(String key) {
        underWay.values().stream()
                .filter(run -> run.key().equals(key))
                .forEach(run -> run.interruption().ask(Reason.UNWANTED));
    }

    private void work() {
        engine.await();
        while (!stopping) {
            try {
                if (!beginOne()) {
                    woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    woken.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Whatever the database does, runs are taken again once it answers.
                LOG.error("no run could be taken, trying again", e);
                pause();
            }
        }
    }

    /** Whether there was one to begin. */
    private boolean beginOne() {
        int busy = underWay.size();
        if (busy >= turns.number() + TAKING_TURNS) {
            return false;
        }
        var name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        var claim = queue.claim(name, busy >= turns.number());
        claim.ifPresent(this::begin);
        return claim.isPresent();
    }

    private void begin(Claim claim) {
        var run = new UnderWay(claim.key(), new Interruption());
        underWay.put(claim.worker(), run);
        if (stopping) {
            // Claimed while those under way were asked to end.
            run.interruption().ask(Reason.PROGRAM_ENDS);
        }
        threads.execute(() -> {
            try {
                training.train(claim, run.interruption(), turns);
            } catch (Throwable e) {
                LOG.errorf(e, "run %s ended without being recorded", claim.key());
            } finally {
                underWay.remove(claim.worker());
                woken.release();
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
