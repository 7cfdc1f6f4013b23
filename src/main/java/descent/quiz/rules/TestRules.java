package descent.quiz.rules;

import descent.course.material.MockTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions a test is taken.
 *
 * @param pass the share of the points that passes it
 * @param attempts how many a learner has; absent when as many as one likes
 * @param coolDown how long after the end of one attempt the next may begin
 * @param opensAt from when it may be started; absent when always
 * @param closesAt until when it may be taken; absent when it never closes
 */
public record TestRules(
        String title,
        Duration limit,
        BigDecimal pass,
        @Nullable Integer attempts,
        Duration coolDown,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        Counting counting,
        ReviewPolicy review) {
    /** An attempt that was made before, as far as the rules ask. */
    public record Earlier(Instant finishedAt) {}

    public TestRules {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the time limit must be positive, was " + limit);
        }
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException(
                    "a test opens before it closes, was %s and %s".formatted(opensAt, closesAt));
        }
    }

    /** As its author wrote it in its file. */
    public static TestRules of(MockTest test) {
        return new TestRules(
                test.title(),
                Duration.ofMinutes(test.minutes()),
                BigDecimal.valueOf(test.pass()),
                test.attempts(),
                Duration.ZERO,
                null,
                null,
                Counting.BEST,
                ReviewPolicy.of(test.review()));
    }

    /** The same as it is for somebody with this allowance. */
    public TestRules with(Allowance allowance) {
        return new TestRules(
                title,
                Duration.ofMillis(
                                allowance
                                        .factor()
                                        .multiply(BigDecimal.valueOf(limit.toMillis()))
                                        .setScale(0, RoundingMode.CEILING)
                                        .longValueExact())
                        .plus(allowance.extra()),
                pass,
                attempts == null ? null : Integer.valueOf(attempts + allowance.attempts()),
                coolDown,
                allowance.opensAt() == null ? opensAt : allowance.opensAt(),
                allowance.closesAt() == null ? closesAt : allowance.closesAt(),
                counting,
                review);
    }

    /** Until when an attempt that began then runs. */
    public Instant deadline(Instant startedAt) {
        var end = startedAt.plus(limit);
        return closesAt != null && closesAt.isBefore(end) ? closesAt : end;
    }

    /** Why no attempt may be started now, and what is allowed; empty when one may. */
    public Optional<Obstacle> obstacle(List<Earlier> earlier, Instant now) {
        if (opensAt != null && now.isBefore(opensAt)) {
            return Optional.of(new Obstacle.NotOpenYet(opensAt));
        }
        if (closesAt != null && !now.isBefore(closesAt)) {
            return Optional.of(new Obstacle.Closed(closesAt));
        }
        if (attempts != null && earlier.size() >= attempts) {
            return Optional.of(new Obstacle.NoAttemptLeft(attempts));
        }
        var last = earlier.stream().map(Earlier::finishedAt).max(Instant::compareTo);
        return last.map(end -> end.plus(coolDown)).filter(now::isBefore).map(Obstacle.TooSoon::new);
    }

    /** Why a test cannot be started. */
    public sealed interface Obstacle {
        record NotOpenYet(Instant opensAt) implements Obstacle {}

        record Closed(Instant closedAt) implements Obstacle {}

        record NoAttemptLeft(int attempts) implements Obstacle {}

        record TooSoon(Instant from) implements Obstacle {}
    }
}
