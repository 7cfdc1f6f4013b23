package descent.run.budget;

import descent.account.Person;
import descent.engine.spec.Cost;
import descent.engine.spec.ExperimentSpec;
import descent.run.budget.BudgetConfig.Limits;
import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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

    /** One side of what a run costs, beside what it may. */
    public record Line(String what, long number, long limit) {
        public boolean isOver() {
            return number > limit;
        }
    }

    /**
     * What a run would cost.
     *
     * @param refusal why it would be refused, and what would fit; empty where it would not
     * @param time of a processor, about; empty until a replica that trains has measured its speed
     */
    public record Estimate(List<Line> lines, Optional<String> refusal, Optional<Duration> time) {}

    private record Side(
            String what,
            ToLongFunction<Cost> number,
            ToLongFunction<Limits> limit,
            Function<WhatFits, String> advice) {}

    private final List<Side> sides;
    private final BudgetConfig config;
    private final Allowances allowances;
    private final MeasuredSpeed speed;
    private final EntityManager database;

    Budgets(
            BudgetConfig config,
            Allowances allowances,
            MeasuredSpeed speed,
            EntityManager database) {
        this.config = config;
        this.allowances = allowances;
        this.speed = speed;
        this.database = database;
        this.sides =
                List.of(
                        new Side(
                                "parameters",
                                Cost::parameters,
                                Limits::parameters,
                                WhatFits::width),
                        new Side(
                                "multiply-adds",
                                Cost::multiplyAdds,
                                Limits::multiplyAdds,
                                WhatFits::steps),
                        new Side(
                                "multiply-adds at a stretch",
                                Cost::longestStretch,
                                limits -> config.stretch(),
                                WhatFits::batch),
                        new Side("bytes", Cost::bytes, Limits::bytes, WhatFits::batch),
                        new Side(
                                "recorded numbers",
                                cost -> cost.pointNumbers() + cost.snapshotNumbers(),
                                Limits::recordedNumbers,
                                WhatFits::records));
    }

    /** For a visitor by the limits of learners. */
    @Transactional
    public Estimate estimate(ExperimentSpec spec, Optional<UUID> person) {
        return estimate(spec, person.map(this::limitsOf).orElseGet(config::learner));
    }

    private Estimate estimate(ExperimentSpec spec, Limits limits) {
        var cost = spec.cost();
        var lines =
                sides.stream()
                        .map(side ->
                                new Line(
                                        side.what(),
                                        side.number().applyAsLong(cost),
                                        side.limit().applyAsLong(limits)))
                        .toList();
        return new Estimate(
                lines,
                lines.stream()
                        .filter(Line::isOver)
                        .findFirst()
                        .map(line -> refusal(line, sides.get(lines.indexOf(line)), spec)),
                speed.get().map(measured -> measured.estimate(spec)));
    }

    private static String refusal(Line line, Side side, ExperimentSpec spec) {
        var wanted =
                new WhatFits(
                        spec, changed -> side.number().applyAsLong(changed.cost()) <= line.limit());
        return "%s %,d > limit %,d. %s"
                .formatted(line.what(), line.number(), line.limit(), side.advice().apply(wanted))
                .strip();
    }

    /**
     * @throws Problem 422 with the number, the limit and what would fit
     */
    public void requireWithin(ExperimentSpec spec, @Nullable UUID person) {
        var estimate = estimate(spec, limitsOf(person));
        estimate.refusal()
                .ifPresent(refusal -> {
                    throw Problem.unprocessable(refusal, Map.of("costs", estimate.lines()));
                });
    }

    /**
     * @throws Problem 429 when this person has too much waiting or has used up the day, 503 when
     *     the queue is full
     */
    public void requireRoom(@Nullable UUID person) {
        if (person == null) {
            return;
        }
        // One person's requests are counted one after the other: a thousand at once are still a
        // thousand.
        Turn.take("experiments of " + person);
        if (waiting("e.person_id = :person", person) >= config.waitingPerPerson()) {
            throw Problem.tooMany(
                    "%d of your runs are waiting; that is as many as may."
                            .formatted(config.waitingPerPerson()),
                    Duration.ofSeconds(2));
        }
        // Presets that are being recorded wait behind everybody, so they take nobody's place.
        long others = waiting("e.person_id <> :person", person);
        if (others >= config.waitingInAll()) {
            throw Problem.unavailable(
                    "%d runs of others are waiting already. Try again in a moment."
                            .formatted(others),
                    Duration.ofSeconds(5));
        }
        var allowance = allowanceOf(person);
        if (allowance.left().isZero()) {
            throw Problem.tooMany(
                    "You have used today's %d seconds of computing. Recorded runs still cost nothing."
                            .formatted(allowance.daily().toSeconds()),
                    allowances.untilTomorrow(person));
        }
    }

    /** Of today, in the person's own time zone. */
    @Transactional
    public Allowance allowanceOf(UUID person) {
        return new Allowance(allowances.usedToday(person), limitsOf(person).daily());
    }

    public Duration wallOf(@Nullable UUID person) {
        return limitsOf(person).wall();
    }

    /** The system, which records presets, has the limits of those who write them. */
    private Limits limitsOf(@Nullable UUID person) {
        var isLearner =
                person != null
                        && Person.<Person>findByIdOptional(person)
                                .map(each -> !each.mayEdit())
                                .orElse(true);
        return isLearner ? config.learner() : config.author();
    }

    private long waiting(String whose, UUID person) {
        var query =
                """
                select count(distinct r.key) from run r join experiment e on e.run_key = r.key
                where r.state = 'WAITING' and e.cancelled_at is null and %s
                """;
        var waiting =
                (Number)
                        database.createNativeQuery(query.formatted(whose))
                                .setParameter("person", person)
                                .getSingleResult();
        return waiting.longValue();
    }
}
