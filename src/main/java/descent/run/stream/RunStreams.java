package descent.run.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import descent.run.FollowRuns;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.web.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends the progress of experiments to browsers as it is made, one stream for all of a page. One
 * that is gone frees everything at once.
 */
@ApplicationScoped
public class RunStreams {
    /** As many as one picture overlays, and a few to spare. */
    private static final int MOST_EXPERIMENTS = 12;

    private static final Pattern POSITIONS = Pattern.compile("\\d{1,8}(\\.\\d{1,8}){0,11}");

    /** Open pages of one person that may follow runs; the oldest gives way. */
    static final int MOST_OF_A_PERSON = 6;

    /** Of all visitors together. */
    private static final int MOST_OF_VISITORS = 300;

    private final FollowRuns runs;
    private final News news;
    private final ObjectMapper json;
    private final ReentrantLock lock = new ReentrantLock();

    /** In the order in which they were opened; guarded by the lock. */
    private final Set<RunStream> open = new LinkedHashSet<>();

    private volatile boolean stopping;

    RunStreams(FollowRuns runs, News news, ObjectMapper json) {
        this.runs = runs;
        this.news = news;
        this.json = json;
    }

    void start(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("descent.run.streams", this, RunStreams::number)
                .description("Pages that follow runs")
                .register(registry);
        news.listen(
                Topic.RUN_PROGRESS,
                key -> those(stream -> stream.keys().contains(key)).forEach(RunStream::wake));
        news.listen(
                Topic.SESSIONS_ENDED,
                id -> those(stream -> isOf(stream, UUID.fromString(id))).forEach(RunStream::close));
    }

    /** First of all: begun requests are waited for, and a stream would never end. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        those(_ -> true).forEach(RunStream::restart);
    }

    /**
     * The progress of some experiments; ends when all have ended.
     *
     * @param next for each the number of the first record that is wanted; what is missing is 0
     * @throws Problem 404 when one is not there or not for this person
     */
    public Multi<OutboundSseEvent> stream(
            List<UUID> experiments, List<Integer> next, Follower follower, Sse sse) {
        if (experiments.size() > MOST_EXPERIMENTS) {
            throw Problem.badRequest(
                    "A stream carries at most %d experiments.".formatted(MOST_EXPERIMENTS));
        }
        var followed = runs.begin(experiments, next, follower.person());
        return Multi.createFrom()
                .emitter(emitter -> {
                    var stream = new RunStream(followed, follower, runs, json, sse, emitter);
                    add(stream);
                    stream.open(() -> remove(stream));
                    if (stopping) {
                        stream.restart();
                    }
                });
    }

    /** Reads what the id of an event said; anything else is the beginning. */
    public static List<Integer> positions(String eventId) {
        return POSITIONS.matcher(eventId).matches()
                ? Arrays.stream(eventId.split("\\.")).map(Integer::valueOf).toList()
                : List.of();
    }

    /** How many are open in this replica. */
    int number() {
        return those(_ -> true).size();
    }

    /**
     * The oldest of the same person that is not about to end makes room where there are too many.
     */
    private void add(RunStream added) {
        lock.lock();
        try {
            open.add(added);
            var person = added.follower().person();
            var theirs = those(stream -> isOf(stream, person) && !stream.isSuperseded());
            int most = person == null ? MOST_OF_VISITORS : MOST_OF_A_PERSON;
            if (theirs.size() > most) {
                theirs.getFirst().supersede();
            }
        } finally {
            lock.unlock();
        }
    }

    private void remove(RunStream stream) {
        lock.lock();
        try {
            open.remove(stream);
        } finally {
            lock.unlock();
        }
    }

    private List<RunStream> those(Predicate<RunStream> which) {
        lock.lock();
        try {
            var chosen = new ArrayList<>(open);
            chosen.removeIf(which.negate());
            return chosen;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isOf(RunStream stream, @Nullable UUID person) {
        return Objects.equals(stream.follower().person(), person);
    }
}
