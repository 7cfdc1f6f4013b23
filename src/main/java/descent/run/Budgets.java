package descent.run;

import descent.account.Person;
import descent.engine.spec.ExperimentSpec;
import descent.run.BudgetConfig.Limits;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is too large, too much at once or too much today: from the spec alone, before
 * anything is trained.
 */
@ApplicationScoped
public class Budgets {
    /** What somebody has had trained today. */
    public record Allowance(Duration used, Duration daily) {
        public Duration left() {
            var left = daily.minus(used);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    private final BudgetConfig config;
    private final EntityManager database;
    private final Clock clock;

    Budgets(BudgetConfig config, EntityManager database, Clock clock) {
        this.config = config;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws Problem 422 with the number, the limit and what would fit
     */
    void requireWithin(ExperimentSpec spec, @Nullable UUID person) {
        var limits = limitsOf(person);
        var cost = spec.cost();
        require("parameters", cost.parameters(), limits.parameters());
        require("multiply-adds", cost.multiplyAdds(), limits.multiplyAdds());
        require("bytes", cost.bytes(), limits.bytes());
        require(
                "recorded numbers",
                cost.pointNumbers() + cost.snapshotNumbers(),
                limits.recordedNumbers());
    }

    /**
     * @throws Problem 429 when this person has too much waiting or has used up the day, 503 when
     *     the queue is full
     */
    void requireRoom(@Nullable UUID person) {
        if (person == null) {
            return;
        }
        // One person's requests are counted one after the other: a thousand at once are still a
        // thousand.
        database.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:person, 0))) locked")
                .setParameter("person", "experiments of " + person)
                .getSingleResult();
        if (waitingOf(person) >= config.waitingPerPerson()) {
            throw Problem.tooMany(
                    "%d of your runs are waiting; that is as many as may."
                            .formatted(config.waitingPerPerson()),
                    Duration.ofSeconds(2));
        }
        if (Run.count("state", RunState.WAITING) >= config.waitingInAll()) {
            throw Problem.unavailable(
                    "Very many runs are waiting. Try again in a moment.", Duration.ofSeconds(5));
        }
        var allowance = allowanceOf(person);
        if (allowance.left().isZero()) {
            throw Problem.tooMany(
                    "You have used today's %d seconds of computing. Recorded runs still cost nothing."
                            .formatted(allowance.daily().toSeconds()),
                    Duration.between(clock.instant(), startOfDay(person).plus(Duration.ofDays(1))));
        }
    }

    /** Of today, in the person's own time zone. */
    public Allowance allowanceOf(UUID person) {
        var used =
                (Number)
                        database.createNativeQuery(
                                        """
                                        select coalesce(sum(compute_millis), 0) from run
                                        where charged_to = :person and ended_at >= :today
                                        """)
                                .setParameter("person", person)
                                .setParameter("today", startOfDay(person))
                                .getSingleResult();
        return new Allowance(Duration.ofMillis(used.longValue()), limitsOf(person).daily());
    }

    Duration wallOf(@Nullable UUID person) {
        return limitsOf(person).wall();
    }

    private Limits limitsOf(@Nullable UUID person) {
        return person(person).map(p -> !p.mayEdit()).orElse(false)
                ? config.learner()
                : config.author();
    }

    private long waitingOf(UUID person) {
        var waiting =
                (Number)
                        database.createNativeQuery(
                                        """
                                        select count(*) from experiment e join run r on r.key = e.run_key
                                        where e.person_id = :person and e.cancelled_at is null and r.state = 'WAITING'
                                        """)
                                .setParameter("person", person)
                                .getSingleResult();
        return waiting.longValue();
    }

    private java.time.Instant startOfDay(UUID person) {
        var zone = person(person).map(p -> p.timeZone).orElse(ZoneId.of("UTC"));
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private static Optional<Person> person(@Nullable UUID id) {
        return id == null ? Optional.empty() : Person.findByIdOptional(id);
    }

    private static void require(String what, long number, long limit) {
        if (number > limit) {
            throw Problem.unprocessable(
                    "%s %,d > limit %,d".formatted(what, number, limit),
                    Map.of("what", what, "number", number, "limit", limit));
        }
    }
}
