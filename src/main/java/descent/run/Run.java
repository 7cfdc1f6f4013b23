package descent.run;

import descent.run.record.RunRecords;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A training, asked for, under way or recorded. Its key is the hash of what is computed and by
 * which engine.
 */
@Entity
class Run extends PanacheEntityBase {
    @Id public String key;

    /** What {@link AskedSpec#text} says. */
    public String spec;

    /** The examples that it is trained on, where these are somebody's own. */
    public @Nullable UUID tableId;

    /** The hash of examples of an author's, which stand in the spec: anybody may run on these. */
    public @Nullable String authored;

    public String engineVersion;
    public long multiplyAdds;

    @Enumerated(EnumType.STRING)
    public RunState state;

    /** JSON; what came of it. */
    public @Nullable String outcome;

    /** How many records there are: header, points and snapshots. */
    public int records;

    public Instant queuedAt;
    public @Nullable Instant startedAt;
    public @Nullable Instant endedAt;
    public long computeMillis;

    /** Whose daily allowance it uses. */
    public @Nullable UUID chargedTo;

    public @Nullable String worker;
    public @Nullable Instant leaseUntil;
    public int tries;

    protected Run() {}

    Run(String key, String spec, String engineVersion, long multiplyAdds, Instant now) {
        this.key = key;
        this.spec = spec;
        this.engineVersion = engineVersion;
        this.multiplyAdds = multiplyAdds;
        this.state = RunState.WAITING;
        this.queuedAt = now;
    }

    static Optional<Run> locked(String key) {
        return Run.<Run>findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that a person's experiments ask for, by key. */
    static Map<String, Run> of(UUID personId) {
        return byKey(
                Run.<Run>list(
                        "from Run r where exists (select 1 from Experiment e where e.runKey = r.key and e.personId = ?1)",
                        personId));
    }

    /** Those of these experiments, by key. */
    static Map<String, Run> of(List<Experiment> experiments) {
        return experiments.isEmpty()
                ? Map.of()
                : byKey(
                        Run.<Run>list(
                                "key in ?1", experiments.stream().map(e -> e.runKey).toList()));
    }

    private static Map<String, Run> byKey(List<Run> runs) {
        return runs.stream().collect(Collectors.toMap(run -> run.key, Function.identity()));
    }

    /** Puts a run that gave no value into the queue again. */
    void queueAgain(Instant now) {
        RunRecords.delete("key.runKey", key);
        state = RunState.WAITING;
        outcome = null;
        records = 0;
        queuedAt = now;
        startedAt = null;
        endedAt = null;
        worker = null;
        leaseUntil = null;
        computeMillis = 0;
        tries = 0;
    }

    void end(RunState end, String outcome, Instant now) {
        this.state = end;
        this.outcome = outcome;
        this.endedAt = now;
        this.worker = null;
        this.leaseUntil = null;
    }
}
