package descent.run;

import descent.engine.spec.ExperimentSpec;
import descent.run.RunQueue.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of runs as tests need them, which nobody but a test has asked for. */
public final class RunRows {
    private RunRows() {}

    /**
     * A run that waits, asked for by the system, so that everybody may see it.
     *
     * @return the id of the experiment
     */
    public static UUID waiting(ExperimentSpec spec) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var key = spec.hash();
                    new Run(key, spec.canonical(), "test", 1, Instant.now()).persist();
                    return wanted(null, key).id;
                });
    }

    /**
     * Somebody asks for a run, within a transaction.
     *
     * @param person nobody for the system, as for the runs of presets
     */
    static Experiment wanted(@Nullable UUID person, String key) {
        var request = new RunRequest(person, null, null, "test " + key);
        var experiment = new Experiment(UUID.randomUUID(), request, key, Instant.now());
        experiment.persist();
        return experiment;
    }

    /** A run whose worker died a moment ago, not stored yet. */
    static Run lost(ExperimentSpec spec, int tries) {
        var run = new Run(spec.hash(), spec.canonical(), "test", 1, Instant.now());
        run.state = RunState.RUNNING;
        run.worker = "a dead one";
        run.tries = tries;
        run.leaseUntil = Instant.now().minusSeconds(1);
        return run;
    }

    /** The run becomes that of this worker. */
    public static void claimed(Claim claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    Run run = Run.findById(claim.key());
                    run.state = RunState.RUNNING;
                    run.worker = claim.worker();
                    run.tries = claim.tries();
                    run.leaseUntil = Instant.now().plusSeconds(60);
                });
    }

    /** Nobody wants it any more. */
    public static void cancelled(String key) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Experiment.update(
                                "cancelledAt = ?1 where runKey = ?2", Instant.now(), key));
    }

    public static RunState state(String key) {
        return run(key).state;
    }

    public static @Nullable String outcome(String key) {
        return run(key).outcome;
    }

    /** How many records it has. */
    public static int records(String key) {
        return run(key).records;
    }

    static Run of(ExperimentSpec spec) {
        return run(spec.hash());
    }

    private static Run run(String key) {
        return QuarkusTransaction.requiringNew().call(() -> Run.findById(key));
    }
}
