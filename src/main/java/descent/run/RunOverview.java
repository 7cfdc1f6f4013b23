package descent.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For those who look after the workers: how many runs there are of each state, and the latest. */
@ApplicationScoped
public class RunOverview {
    /** Without specs and outcomes, which may be long. */
    private static final String LATEST =
            """
            select r.key, r.state, r.multiplyAdds, r.records, r.tries, r.worker, r.queuedAt, r.endedAt,
                (select count(*) from Experiment e where e.runKey = r.key)
            from Run r
            order by case when r.endedAt is null then 0 else 1 end, r.queuedAt desc, r.key
            """;

    public record Count(RunState state, long runs) {}

    /**
     * A run, without its points.
     *
     * @param key hash of the spec and the engine version
     * @param requests how many experiments ask for it
     */
    public record Line(
            String key,
            RunState state,
            long multiplyAdds,
            int records,
            int tries,
            @Nullable String worker,
            Instant queuedAt,
            @Nullable Instant endedAt,
            long requests) {}

    /**
     * What lies before the workers.
     *
     * @param oldestWait how long the run waits that people have been waiting for longest
     */
    public record Queue(long waiting, long running, Duration oldestWait) {}

    /**
     * A worker, by what it trains.
     *
     * @param name of its claim
     * @param leaseUntil until when it is taken for alive
     */
    public record Worker(
            @Nullable String name,
            String key,
            @Nullable Instant startedAt,
            @Nullable Instant leaseUntil,
            int tries) {}

    private final Clock clock;

    RunOverview(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public Queue queue() {
        var now = clock.instant();
        var oldest =
                Run.<Run>find(
                                "state = ?1 and chargedTo is not null order by queuedAt",
                                RunState.WAITING)
                        .firstResultOptional();
        return new Queue(
                Run.count("state", RunState.WAITING),
                Run.count("state", RunState.RUNNING),
                oldest.map(run -> Duration.between(run.queuedAt, now)).orElse(Duration.ZERO));
    }

    /** Those under way, the earliest first. */
    @Transactional
    public List<Worker> workers() {
        return Run.<Run>find("state = ?1 order by startedAt", RunState.RUNNING).stream()
                .map(run ->
                        new Worker(run.worker, run.key, run.startedAt, run.leaseUntil, run.tries))
                .toList();
    }

    /** Of all states, those that no run is in too. */
    @Transactional
    public List<Count> counts() {
        Map<RunState, Long> runs =
                Run.find("select state, count(*) from Run group by state")
                        .project(Count.class)
                        .stream()
                        .collect(Collectors.toMap(Count::state, Count::runs));
        return Arrays.stream(RunState.values())
                .map(state -> new Count(state, runs.getOrDefault(state, 0L)))
                .toList();
    }

    /** Those under way and waiting first, then the latest. */
    @Transactional
    public List<Line> latest(int first, int number) {
        return Run.find(LATEST).project(Line.class).range(first, first + number - 1).list();
    }
}
