package descent.run.budget;

import descent.engine.tensor.Kernels;
import descent.engine.training.Warmup;
import descent.shared.replica.Replica;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Compiles the engine's kernels by use when the program starts, and measures them, beside
 * everything else: pages do not wait for it, the first run does.
 */
@ApplicationScoped
public class WarmEngine {
    private static final Logger LOG = Logger.getLogger(WarmEngine.class);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final BudgetConfig config;
    private final Replica replica;
    private final MeasuredSpeed speed;
    private final CountDownLatch warm = new CountDownLatch(1);
    private volatile boolean stopping;

    WarmEngine(BudgetConfig config, Replica replica, MeasuredSpeed speed) {
        this.config = config;
        this.replica = replica;
        this.speed = speed;
    }

    void start(@Observes StartupEvent event) {
        if (!replica.worksInBackground()) {
            return;
        }
        LOG.infof("the engine trains with %s", Kernels.best().description());
        if (config.warmUp().isZero()) {
            warm.countDown();
            return;
        }
        Thread.ofPlatform()
                .name("engine-warm-up")
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .start(this::warm);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void warm() {
        try {
            long began = System.nanoTime();
            var measured = Warmup.run(config.warmUp(), () -> stopping);
            warm.countDown();
            measured.ifPresent(each -> {
                LOG.infof(
                        "the engine is warm after %.1f s: %.1f thousand million multiply-adds a second",
                        (System.nanoTime() - began) / 1e9, 1 / each.multiplyAdd());
                speed.put(each);
            });
        } catch (Throwable fault) {
            if (!stopping) {
                LOG.error("the engine could not be warmed up and measured", fault);
            }
        } finally {
            warm.countDown();
        }
    }

    /** Until the kernels are compiled, or a little while: a run on cold kernels is a slow one. */
    public void await() {
        try {
            if (!warm.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("runs begin on an engine that is not warm");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
