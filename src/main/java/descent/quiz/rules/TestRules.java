package descent.quiz.rules;

import descent.course.material.MockTest;
import descent.course.material.MockTest.Attempts;
import descent.course.material.MockTest.Dates;
import descent.course.material.MockTest.Manner;
import descent.course.material.ReviewPolicy;
import descent.course.material.ReviewPolicy.Part;
import descent.course.material.ReviewPolicy.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions somebody takes a test.
 *
 * @param pass the share of the points that passes it
 */
public record TestRules(
        String title,
        Duration limit,
        BigDecimal pass,
        Attempts attempts,
        Dates dates,
        Manner manner,
        ReviewPolicy review) {
    private static final Duration RIGHT_AFTER = Duration.ofMinutes(2);

    /** An attempt that was made before, as far as the rules ask. */
    public record Earlier(Instant finishedAt) {}

    /** As its author wrote it in its file. */
    public static TestRules of(MockTest test) {
        return new TestRules(
                test.title(),
                test.limit(),
                test.pass(),
                test.attempts(),
                test.dates(),
                test.manner(),
                test.review());
    }

    /** The same as it is for somebody with this allowance. */
    public TestRules with(Allowance allowance) {
        return new TestRules(
                title,
                limitWith(allowance),
                pass,
                new Attempts(
                        attempts.most() == null
                                ? null
                                : Integer.valueOf(attempts.most() + allowance.attempts()),
                        attempts.coolDown(),
                        attempts.counting()),
                allowance.instead(dates),
                manner,
                review);
    }

    private Duration limitWith(Allowance allowance) {
        var millis =
                allowance
                        .factor()
                        .multiply(BigDecimal.valueOf(limit.toMillis()))
                        .setScale(0, RoundingMode.CEILING);
        return Duration.ofMillis(millis.longValueExact()).plus(allowance.extra());
    }

    /** Until when an attempt that began then runs. */
    public Instant deadline(Instant startedAt) {
        var end = startedAt.plus(limit);
        var closes = dates.closes();
        return closes != null && closes.isBefore(end) ? closes : end;
    }

    /** What may be seen of an attempt that ended then. */
    public Set<Part> visible(@Nullable Instant finishedAt, Instant now) {
        if (finishedAt == null) {
            return review.in(Phase.DURING);
        }
        if (dates.closes() != null && !now.isBefore(dates.closes())) {
            return review.in(Phase.AFTER_CLOSING);
        }
        return review.in(
                now.isBefore(finishedAt.plus(RIGHT_AFTER)) ? Phase.RIGHT_AFTER : Phase.WHILE_OPEN);
    }

    /** Why no attempt may be started now, and what is allowed; empty when one may. */
    public Optional<Obstacle> obstacle(List<Earlier> earlier, Instant now) {
        if (dates.opens() != null && now.isBefore(dates.opens())) {
            return Optional.of(new Obstacle.NotOpenYet(dates.opens()));
        }
        if (dates.closes() != null && !now.isBefore(dates.closes())) {
            return Optional.of(new Obstacle.Closed(dates.closes()));
        }
        if (attempts.most() != null && earlier.size() >= attempts.most()) {
            return Optional.of(new Obstacle.NoAttemptLeft(attempts.most()));
        }
        var last = earlier.stream().map(Earlier::finishedAt).max(Instant::compareTo);
        return last.map(end -> end.plus(attempts.coolDown()))
                .filter(now::isBefore)
                .map(Obstacle.TooSoon::new);
    }

    /** Why a test cannot be started. */
    public sealed interface Obstacle {
        record NotOpenYet(Instant opensAt) implements Obstacle {}

        record Closed(Instant closedAt) implements Obstacle {}

        record NoAttemptLeft(int attempts) implements Obstacle {}

        record TooSoon(Instant from) implements Obstacle {}
    }
}
