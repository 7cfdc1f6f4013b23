package descent.run.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.run.FollowRuns;
import descent.run.FollowRuns.Followed;
import descent.run.FollowRuns.Progress;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One browser's stream: a virtual thread that waits for news, reads them and sends them. A slow
 * reader gets more at a time, less often: what it does not take stays in the database.
 */
final class RunStream {
    private static final Logger LOG = Logger.getLogger(RunStream.class);

    /** News may be lost; the database is looked at all the same. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Also finds out who is gone, and who is no longer who they were. */
    private static final Duration PING = Duration.ofSeconds(5);

    /** A browser begins anew by itself; one that vanished without a word does not. */
    private static final Duration AGE = Duration.ofMinutes(10);

    private static final Duration STUCK = Duration.ofSeconds(30);

    private static final int REQUESTED_AT_ONCE = 1_000;

    private final Follower follower;
    private final FollowRuns runs;
    private final ObjectMapper json;
    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final Semaphore woken = new Semaphore(1);
    private final Semaphore demand = new Semaphore(0);
    private final Set<String> keys;
    private List<Followed> followed;
    private volatile boolean closed;
    private volatile boolean superseded;
    private volatile boolean restarting;

    RunStream(
            List<Followed> followed,
            Follower follower,
            FollowRuns runs,
            ObjectMapper json,
            Sse sse,
            MultiEmitter<? super OutboundSseEvent> emitter) {
        this.followed = followed;
        this.follower = follower;
        this.runs = runs;
        this.json = json;
        this.sse = sse;
        this.emitter = emitter;
        this.keys = followed.stream().map(Followed::runKey).collect(Collectors.toSet());
    }

    Follower follower() {
        return follower;
    }

    /** Of the runs that it follows. */
    Set<String> keys() {
        return keys;
    }

    /**
     * @param ended what is done when it is over, however it ends
     */
    void open(Runnable ended) {
        emitter.onRequest(this::demand);
        demand(emitter.requested());
        emitter.onTermination(this::close);
        Thread.ofVirtual().name("run-stream").start(() -> run(ended));
    }

    private void demand(long items) {
        demand.release((int) Math.min(items, REQUESTED_AT_ONCE));
    }

    void wake() {
        woken.release();
    }

    void close() {
        closed = true;
        wake();
        demand.release();
    }

    /** Tells the browser that it has opened too many, and ends: it is not to come back. */
    void supersede() {
        superseded = true;
        wake();
    }

    boolean isSuperseded() {
        return superseded;
    }

    /** Tells the browser to come back in a moment, and ends: another replica goes on. */
    void restart() {
        restarting = true;
        wake();
    }

    private void run(Runnable ended) {
        try {
            follow();
            emitter.complete();
        } catch (InterruptedException e) {
            emitter.complete();
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.warnf("a stream of runs broke off: %s", e.getMessage());
            emitter.fail(e);
        } finally {
            ended.run();
        }
    }

    private void follow() throws InterruptedException, JsonProcessingException {
        long opened = System.nanoTime();
        long pinged = opened;
        boolean more = false;
        while (!closed && System.nanoTime() - opened < AGE.toNanos()) {
            if (!more) {
                woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            }
            if (superseded) {
                send(named("superseded"));
                return;
            }
            if (restarting) {
                send(restarting());
                return;
            }
            var look = runs.look(followed);
            followed = look.followed();
            more = look.more();
            if (!look.news().isEmpty()) {
                send(progress(look.news()));
            }
            if (look.isOver()) {
                send(named("end"));
                return;
            }
            if (System.nanoTime() - pinged > PING.toNanos()) {
                if (!follower.stands().getAsBoolean()) {
                    return;
                }
                send(sse.newEventBuilder().comment("still here").build());
                pinged = System.nanoTime();
            }
        }
    }

    /** Waits until the browser takes more; one that takes nothing for long is given up. */
    private void send(OutboundSseEvent event) throws InterruptedException {
        if (!demand.tryAcquire(STUCK.toMillis(), TimeUnit.MILLISECONDS)) {
            closed = true;
        }
        if (!closed) {
            emitter.emit(event);
        }
    }

    private OutboundSseEvent named(String name) {
        return sse.newEventBuilder().name(name).data("").build();
    }

    /** Thousands that are told so at the same moment do not come back at the same moment. */
    private OutboundSseEvent restarting() {
        return sse.newEventBuilder()
                .name("restarting")
                .data("")
                .reconnectDelay(ThreadLocalRandom.current().nextLong(500, 2_500))
                .build();
    }

    /** The event's id says how far each experiment has come: a reconnect begins there. */
    private OutboundSseEvent progress(List<Progress> news) throws JsonProcessingException {
        var position =
                followed.stream()
                        .map(one -> Integer.toString(one.next()))
                        .collect(Collectors.joining("."));
        return sse.newEventBuilder()
                .name("progress")
                .id(position)
                .data(json.writeValueAsString(news))
                .build();
    }
}
