package descent.run;

import descent.run.budget.Allowances;
import descent.run.budget.Budgets;
import descent.run.record.RunRecords;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The queue of runs: rows, claimed one at a time by workers anywhere.
 *
 * <p>Fair between people, not first come first served: next is the person with the fewest runs
 * under way, then the one who was served longest ago, and of that person the shortest run. What
 * nobody waits for, the recording of presets, comes last.
 */
@ApplicationScoped
public class RunQueue {
    /** A worker that has not been heard of for this long is taken for dead. */
    public static final Duration LEASE = Duration.ofSeconds(10);

    /** A run lost with its worker starts again once; lost twice, it has failed. */
    static final int TRIES = 2;

    /** Hibernate's number for rows that another replica looks at this very moment. */
    private static final int SKIP_LOCKED = -2;

    private static final String NEXT =
            """
            with asked as (
                select distinct on (r.key) r.key, r.multiply_adds, r.queued_at, e.person_id
                from run r join experiment e on e.run_key = r.key and e.cancelled_at is null
                    left join person p on p.id = e.person_id
                where r.state = 'WAITING' and p.disabled_at is null
                order by r.key, e.person_id is null, e.created_at
            ), served as (
                select charged_to as person_id,
                       count(*) filter (where state = 'RUNNING') as running,
                       max(started_at) as last
                from run
                where started_at > cast(:now as timestamptz) - interval '1 hour' and charged_to is not null
                group by charged_to
            )
            select r.key
            from run r join asked a on a.key = r.key left join served s on s.person_id = a.person_id
            where r.state = 'WAITING'
                and (:anybody or a.person_id is not null and coalesce(s.running, 0) = 0)
            order by a.person_id is null, coalesce(s.running, 0), s.last nulls first, a.multiply_adds, a.queued_at
            for update of r skip locked
            limit 1
            """;

    /** Nobody waits for it any more: all have gone, with their accounts or from them. */
    private static final String FORSAKEN =
            """
            update run set state = 'CANCELLED', outcome = :outcome, ended_at = :now where key in (
                select r.key from run r where r.state = 'WAITING' and not exists (
                    select 1 from experiment e left join person p on p.id = e.person_id
                    where e.run_key = r.key and e.cancelled_at is null and p.disabled_at is null)
                for update of r skip locked)
            """;

    private final EntityManager database;
    private final Budgets budgets;
    private final Allowances allowances;
    private final News news;
    private final Event<ExperimentEnded> ended;
    private final RunMeters meters;
    private final Clock clock;

    RunQueue(
            EntityManager database,
            Budgets budgets,
            Allowances allowances,
            News news,
            Event<ExperimentEnded> ended,
            RunMeters meters,
            Clock clock) {
        this.database = database;
        this.budgets = budgets;
        this.allowances = allowances;
        this.news = news;
        this.ended = ended;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * A run that a worker has taken, under a name that no other claim has.
     *
     * @param waited negative where the clock of the replica that queued it is ahead of this one's
     */
    public record Claim(
            String key,
            String spec,
            String worker,
            int tries,
            int recorded,
            Duration wall,
            Duration waited) {}

    /**
     * @param worker the name of this claim
     * @param newcomersOnly whether only those are served who have no run under way
     */
    @Transactional
    public Optional<Claim> claim(String worker, boolean newcomersOnly) {
        var now = clock.instant();
        giveUpLost(now);
        giveUpForsaken(now);
        List<?> keys =
                database.createNativeQuery(NEXT, String.class)
                        .setParameter("now", now)
                        .setParameter("anybody", !newcomersOnly)
                        .getResultList();
        return keys.stream()
                .findFirst()
                .flatMap(key -> Run.locked((String) key))
                .map(run -> {
                    run.state = RunState.RUNNING;
                    run.worker = worker;
                    run.tries++;
                    run.startedAt = now;
                    run.leaseUntil = now.plus(LEASE);
                    news.send(Topic.RUN_PROGRESS, run.key);
                    var waited = Duration.between(run.queuedAt, now);
                    meters.begun(waited, run.chargedTo != null);
                    return new Claim(
                            run.key,
                            run.spec,
                            worker,
                            run.tries,
                            run.records,
                            budgets.wallOf(run.chargedTo),
                            waited);
                });
    }

    /** Runs whose worker is lost wait again, or have failed. */
    private void giveUpLost(Instant now) {
        List<Run> lost =
                Run.<Run>find("state = ?1 and leaseUntil < ?2", RunState.RUNNING, now)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                        .list();
        for (var run : lost) {
            if (run.tries < TRIES) {
                run.state = RunState.WAITING;
                run.worker = null;
                run.leaseUntil = null;
            } else {
                run.end(
                        RunState.FAILED,
                        Outcomes.without("The run was lost twice with its worker."),
                        now);
                meters.ended(RunState.FAILED, Duration.ZERO);
            }
            news.send(Topic.RUN_PROGRESS, run.key);
        }
    }

    private void giveUpForsaken(Instant now) {
        database.createNativeQuery(FORSAKEN)
                .setParameter("outcome", Outcomes.without("Nobody waits for it any more."))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** How a run stands to the worker that trains it. */
    public enum Standing {
        /** Go on. */
        WANTED,
        /** All who had asked for it have cancelled. */
        UNWANTED,
        /** The lease ran out, and it belongs to another worker or to none. */
        LOST
    }

    /** Adds what was recorded, numbered from {@code first}, and prolongs the lease. */
    @Transactional
    public Standing record(Claim claim, int first, List<String> items) {
        var owned = owned(claim);
        if (owned.isEmpty()) {
            return Standing.LOST;
        }
        var run = owned.get();
        run.leaseUntil = clock.instant().plus(LEASE);
        if (!items.isEmpty()) {
            new RunRecords(claim.key(), first, items).persist();
            run.records = first + items.size();
            news.send(Topic.RUN_PROGRESS, claim.key());
        }
        return Experiment.isWanted(claim.key()) ? Standing.WANTED : Standing.UNWANTED;
    }

    /** Lets another worker begin the run anew, without counting this try: the program ends. */
    @Transactional
    public void handBack(Claim claim) {
        owned(claim)
                .ifPresent(run -> {
                    run.state = RunState.WAITING;
                    run.worker = null;
                    run.leaseUntil = null;
                    run.tries--;
                    news.send(Topic.RUN_WAITING, claim.key());
                });
    }

    @Transactional
    public void end(Claim claim, RunState end, String outcome, Duration compute) {
        owned(claim)
                .ifPresent(run -> {
                    run.computeMillis = compute.toMillis();
                    run.end(end, outcome, clock.instant());
                    meters.ended(end, compute);
                    if (run.chargedTo != null) {
                        allowances.charge(run.chargedTo, compute);
                    }
                    if (end.isValue()) {
                        Experiment.ofPeople(run.key).forEach(each -> ended.fire(each.ended()));
                    }
                    news.send(Topic.RUN_PROGRESS, claim.key());
                });
    }

    private static Optional<Run> owned(Claim claim) {
        return Run.locked(claim.key())
                .filter(run ->
                        run.state == RunState.RUNNING
                                && claim.worker().equals(run.worker)
                                && claim.tries() == run.tries);
    }
}
