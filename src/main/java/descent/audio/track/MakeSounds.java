package descent.audio.track;

import descent.audio.sound.Rendering;
import descent.audio.speech.SpeechEngine;
import descent.audio.speech.SpeechException;
import descent.audio.track.SoundQueue.Claim;
import descent.shared.job.Precedence;
import descent.shared.replica.Replica;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that makes sound: one, since the built-in voice is not thread-safe, at a low priority.
 * Before each line it stands back for those who are waiting for runs or sit in a test, though not
 * for ever; and samples that an author waits for are spoken in between.
 */
@ApplicationScoped
class MakeSounds {
    private static final Logger LOG = Logger.getLogger(MakeSounds.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final SoundQueue queue;
    private final SpeechEngine engine;
    private final AudioConfig config;
    private final List<Precedence> others;
    private final Replica replica;
    private final Semaphore waiting = new Semaphore(0);
    private final String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    MakeSounds(
            SoundQueue queue,
            SpeechEngine engine,
            AudioConfig config,
            @All List<Precedence> others,
            Replica replica) {
        this.queue = queue;
        this.engine = engine;
        this.config = config;
        this.others = others;
        this.replica = replica;
    }

    void start(@Observes StartupEvent event) {
        if (config.worker() && replica.worksInBackground()) {
            thread =
                    Thread.ofPlatform()
                            .name("sound")
                            .priority(Thread.MIN_PRIORITY)
                            .daemon()
                            .start(this::work);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    /** Something was queued by this replica. */
    void wake() {
        waiting.release();
    }

    private void work() {
        while (!stopping) {
            try {
                var claim = queue.claim(name, false);
                if (claim.isPresent()) {
                    make(claim.get());
                } else {
                    waiting.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                    waiting.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // The worker outlives whatever a script, an engine or the database does to it.
                if (!stopping) {
                    LOG.error("the thread that makes sound met a fault and goes on", e);
                    pause();
                }
            }
        }
    }

    private void make(Claim claim) throws InterruptedException {
        try {
            var task = Task.read(claim.task());
            var sound =
                    new Rendering(engine, line -> before(claim, line))
                            .of(task.script(), task.cast());
            queue.finish(claim, sound);
        } catch (SpeechException e) {
            fail(claim, e.reason());
        } catch (NotOurs e) {
            LOG.infof("sound %s is not this replica's any more", claim.key());
        } catch (InterruptedException e) {
            queue.handBack(claim);
            throw e;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "sound %s could not be made", claim.key());
            fail(claim, "It could not be made or kept: " + e);
        }
    }

    private void fail(Claim claim, String reason) throws InterruptedException {
        if (stopping) {
            // An engine that was interrupted says all kinds of things.
            queue.handBack(claim);
            throw new InterruptedException("the program ends");
        }
        LOG.warnf("sound %s failed: %s", claim.key(), reason);
        queue.fail(claim, reason);
    }

    private void before(Claim claim, int line) throws InterruptedException {
        if (stopping) {
            throw new InterruptedException("the program ends");
        }
        if (!queue.progress(claim, line)) {
            throw new NotOurs();
        }
        if (!claim.sample()) {
            standBack();
        }
    }

    private void standBack() throws InterruptedException {
        long end = System.nanoTime() + config.standBack().toNanos();
        makeSamples();
        while (System.nanoTime() < end && others.stream().anyMatch(Precedence::isWanted)) {
            waiting.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            makeSamples();
        }
    }

    private void makeSamples() throws InterruptedException {
        var sample = queue.claim(name, true);
        while (sample.isPresent()) {
            make(sample.get());
            sample = queue.claim(name, true);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another worker has the sound. */
    private static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
