package descent.run;

import descent.engine.EngineVersion;
import descent.run.budget.BudgetConfig;
import descent.shared.job.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/**
 * Deletes experiments that were asked for long ago, and the runs that nobody asks for any more: the
 * same spec gives them again, to the last bit. Recordings of presets stay as long as their engine
 * is in use.
 */
@ApplicationScoped
class ForgetOldRuns implements RecurringJob {
    private static final String EXPERIMENTS =
            """
            delete from experiment e using run r where r.key = e.run_key and e.created_at < :before
            and (e.person_id is not null or r.engine_version <> :engine)
            """;

    /** One that somebody asks for at this very moment is passed over. */
    private static final String RUNS =
            """
            delete from run where key in (
                select r.key from run r where r.ended_at < :before
                and not exists (select 1 from experiment e where e.run_key = r.key)
                for update of r skip locked)
            """;

    private final EntityManager database;
    private final BudgetConfig config;
    private final Clock clock;

    ForgetOldRuns(EntityManager database, BudgetConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-runs";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(6);
    }

    @Override
    @Transactional
    public void run() {
        var before = clock.instant().minus(config.kept());
        database.createNativeQuery(EXPERIMENTS)
                .setParameter("before", before)
                .setParameter("engine", EngineVersion.CURRENT)
                .executeUpdate();
        database.createNativeQuery(RUNS).setParameter("before", before).executeUpdate();
    }
}
