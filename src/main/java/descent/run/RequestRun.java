package descent.run;

import descent.engine.EngineVersion;
import descent.engine.spec.ExperimentSpec;
import descent.run.budget.Budgets;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Asks for a run. One that is recorded, or under way for somebody else, is shared and costs
 * nothing; else it waits in the queue, if the budget allows.
 */
@ApplicationScoped
public class RequestRun {
    private final EntityManager database;
    private final Budgets budgets;
    private final News news;
    private final Event<ExperimentEnded> ended;
    private final Clock clock;

    RequestRun(
            EntityManager database,
            Budgets budgets,
            News news,
            Event<ExperimentEnded> ended,
            Clock clock) {
        this.database = database;
        this.budgets = budgets;
        this.news = news;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * @return the id of the experiment
     * @throws descent.shared.web.Problem 422 over the budget, 429 too much at once or today, 503
     *     the queue is full
     */
    @Transactional
    public UUID request(ExperimentSpec spec, RunRequest request) {
        return request(AskedSpec.of(spec), request);
    }

    /** The same, where the examples may be somebody's own. */
    @Transactional
    public UUID request(AskedSpec asked, RunRequest request) {
        budgets.requireWithin(asked.spec(), request.personId());
        var run = lockedOrNew(asked);
        if (!run.state.isValue() && !isUnderWay(run)) {
            budgets.requireRoom(request.personId());
            run.queueAgain(clock.instant());
            run.chargedTo = request.personId();
        }
        var experiment = new Experiment(UUID.randomUUID(), request, run.key, clock.instant());
        experiment.persist();
        if (run.state == RunState.WAITING) {
            news.send(Topic.RUN_WAITING, run.key);
        }
        if (run.state.isValue() && request.personId() != null) {
            ended.fire(experiment.ended());
        }
        return experiment.id;
    }

    /** Waiting or training for somebody who still wants it. */
    private static boolean isUnderWay(Run run) {
        return !run.state.isEnd() && Experiment.isWanted(run.key);
    }

    private Run lockedOrNew(AskedSpec asked) {
        var key = asked.key();
        // Two who ask at the same moment make one row: the second waits here for the first.
        database.createNativeQuery(
                        """
                        insert into run (key, spec, table_id, authored, engine_version, multiply_adds, state, queued_at)
                        values (:key, :spec, cast(:table as uuid), :authored, :engine, :cost, 'WAITING', :now)
                        on conflict (key) do nothing
                        """)
                .setParameter("key", key)
                .setParameter("spec", asked.text())
                .setParameter("table", asked.table().map(UUID::toString).orElse(null))
                .setParameter("authored", asked.authored().orElse(null))
                .setParameter("engine", EngineVersion.CURRENT)
                .setParameter("cost", asked.spec().cost().multiplyAdds())
                .setParameter("now", clock.instant())
                .executeUpdate();
        return Run.locked(key).orElseThrow();
    }
}
