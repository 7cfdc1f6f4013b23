package descent.run.budget;

import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Speed;
import descent.engine.tensor.Kernels;
import descent.engine.training.Warmup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Compiles the engine's kernels by use when the program starts, beside everything else: pages do
 * not wait for it, the first run does.
 */
@ApplicationScoped
public class WarmEngine {
    private static final Logger LOG = Logger.getLogger(WarmEngine.class);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final BudgetConfig config;
    private final CompletableFuture<Optional<Speed>> speed = new CompletableFuture<>();
    private volatile boolean stopping;

    WarmEngine(BudgetConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        LOG.infof("the engine trains with %s", Kernels.best().description());
        if (config.warmUp().isZero()) {
            speed.complete(Optional.empty());
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
            LOG.infof(
                    "the engine is warm after %.1f s: %.1f thousand million multiply-adds a second",
                    (System.nanoTime() - began) / 1e9, 1 / measured.multiplyAdd());
            speed.complete(Optional.of(measured));
        } catch (Throwable fault) {
            LOG.error("the engine could not be warmed up; runs will show why", fault);
            speed.completeExceptionally(fault);
        }
    }

    /** Until the kernels are compiled, or a little while: a run on cold kernels is a slow one. */
    public void await() {
        try {
            speed.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException goesOn) {
            LOG.debug("runs begin on an engine that is not warm", goesOn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** About how long a run would take here; nothing until the engine is warm. */
    public Optional<Duration> estimate(ExperimentSpec spec) {
        return speed.isDone() && !speed.isCompletedExceptionally()
                ? speed.join().map(measured -> measured.estimate(spec))
                : Optional.empty();
    }
}
