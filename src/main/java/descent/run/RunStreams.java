package descent.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.run.FollowRuns.Followed;
import descent.run.FollowRuns.Progress;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.web.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the progress of experiments to browsers as it is made, one stream for all of a page. A slow
 * reader gets more at a time, less often; one that is gone frees everything at once.
 */
@ApplicationScoped
public class RunStreams {
    private static final Logger LOG = Logger.getLogger(RunStreams.class);

    /** News may be lost; the database is looked at all the same. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** As many as one picture overlays, and a few to spare. */
    private static final int MOST = 12;

    private static final Pattern POSITIONS = Pattern.compile("\\d{1,8}(\\.\\d{1,8}){0,11}");
    private static final Duration PING = Duration.ofSeconds(5);

    private final FollowRuns runs;
    private final News news;
    private final ObjectMapper json;
    private final Map<String, Set<Stream>> streamsByRun = new ConcurrentHashMap<>();

    RunStreams(FollowRuns runs, News news, ObjectMapper json) {
        this.runs = runs;
        this.news = news;
        this.json = json;
    }

    void start(@Observes StartupEvent event) {
        news.listen(
                Topic.RUN_PROGRESS,
                key -> streamsByRun.getOrDefault(key, Set.of()).forEach(Stream::wake));
    }

    void stop(@Observes ShutdownEvent event) {
        streamsByRun.values().forEach(streams -> streams.forEach(Stream::close));
    }

    /**
     * The progress of some experiments; ends when all have ended.
     *
     * @param next for each the number of the first record that is wanted; what is missing is 0
     * @param person who asks; null for a visitor
     * @throws Problem 404 when one is not there or not for this person
     */
    public Multi<OutboundSseEvent> stream(
            List<UUID> experiments, List<Integer> next, @Nullable UUID person, Sse sse) {
        if (experiments.size() > MOST) {
            throw Problem.badRequest("A stream carries at most %d experiments.".formatted(MOST));
        }
        var followed = runs.begin(experiments, next, person);
        return Multi.createFrom().emitter(emitter -> new Stream(followed, sse, emitter).open());
    }

    /** Reads what {@link Stream#event} wrote; anything else is the beginning. */
    public static List<Integer> positions(String eventId) {
        return POSITIONS.matcher(eventId).matches()
                ? Arrays.stream(eventId.split("\\.")).map(Integer::valueOf).toList()
                : List.of();
    }

    /** One browser's stream: a virtual thread that waits for news, reads them and sends them. */
    private final class Stream {
        private final Sse sse;
        private final MultiEmitter<? super OutboundSseEvent> emitter;
        private final Semaphore woken = new Semaphore(1);
        private final Semaphore demand = new Semaphore(0);
        private final Set<String> keys;
        private volatile boolean closed;
        private List<Followed> followed;

        Stream(List<Followed> followed, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
            this.followed = followed;
            this.sse = sse;
            this.emitter = emitter;
            this.keys = followed.stream().map(Followed::runKey).collect(Collectors.toSet());
        }

        void open() {
            emitter.onRequest(this::demand);
            demand(emitter.requested());
            emitter.onTermination(this::close);
            for (var key : keys) {
                streamsByRun.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(this);
            }
            Thread.ofVirtual().name("run-stream").start(this::run);
        }

        private void demand(long items) {
            demand.release((int) Math.min(items, 1_000));
        }

        void wake() {
            woken.release();
        }

        void close() {
            closed = true;
            wake();
            demand.release();
        }

        private void run() {
            try {
                follow();
                emitter.complete();
            } catch (InterruptedException e) {
                emitter.complete();
            } catch (RuntimeException | JsonProcessingException e) {
                LOG.warnf("a stream of runs broke off: %s", e.getMessage());
                emitter.fail(e);
            } finally {
                for (var key : keys) {
                    streamsByRun.computeIfPresent(
                            key,
                            (k, streams) -> {
                                streams.remove(this);
                                return streams.isEmpty() ? null : streams;
                            });
                }
            }
        }

        private void follow() throws InterruptedException, JsonProcessingException {
            long pinged = System.nanoTime();
            while (!closed) {
                woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                var look = runs.look(followed);
                followed = look.followed();
                if (!look.news().isEmpty()) {
                    send(event(look.news()));
                }
                if (followed.stream().allMatch(Followed::isOver)) {
                    send(sse.newEventBuilder().name("end").data("").build());
                    return;
                }
                if (System.nanoTime() - pinged > PING.toNanos()) {
                    send(sse.newEventBuilder().comment("still here").build());
                    pinged = System.nanoTime();
                }
            }
        }

        /** Waits until the browser takes more: meanwhile what is new gathers in the database. */
        private void send(OutboundSseEvent event) throws InterruptedException {
            demand.acquire();
            if (!closed) {
                emitter.emit(event);
            }
        }

        /**
         * The event's id says how far each experiment of the stream has come: a reconnect begins
         * there.
         */
        private OutboundSseEvent event(List<Progress> news) throws JsonProcessingException {
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
}
