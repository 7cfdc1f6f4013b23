package descent.flashcard.scheduling;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learner may decide about his schedule, and the short steps.
 *
 * @param desiredRetention the probability of recall at which a card is asked again; from 0.7 to
 *     0.99: below, one mostly re-learns, above, one reviews every day
 * @param maximumInterval in days, from 1 to 36,500
 * @param learningSteps of a new card, each shorter than a day
 * @param relearningSteps of a forgotten card, each shorter than a day
 * @param fuzz whether intervals are spread a little; the same card always gets the same spread
 * @param exam the day on which as much as possible should be known, if there is one
 */
public record SchedulerSettings(
        double desiredRetention,
        int maximumInterval,
        List<Duration> learningSteps,
        List<Duration> relearningSteps,
        boolean fuzz,
        @Nullable LocalDate exam) {
    public static final double LEAST_RETENTION = 0.7;
    public static final double MOST_RETENTION = 0.99;
    public static final int MOST_INTERVAL = 36_500;

    /** As in py-fsrs: 90 %, a hundred years, one and ten minutes, ten minutes. */
    public static final SchedulerSettings DEFAULT =
            new SchedulerSettings(
                    0.9,
                    MOST_INTERVAL,
                    List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                    List.of(Duration.ofMinutes(10)),
                    true,
                    null);

    public SchedulerSettings {
        learningSteps = List.copyOf(learningSteps);
        relearningSteps = List.copyOf(relearningSteps);
        if (!(LEAST_RETENTION <= desiredRetention && desiredRetention <= MOST_RETENTION)) {
            throw new IllegalArgumentException(
                    "desired retention must be from 0.7 to 0.99, was " + desiredRetention);
        }
        if (maximumInterval < 1 || maximumInterval > MOST_INTERVAL) {
            throw new IllegalArgumentException(
                    "maximum interval must be from 1 to 36500 days, was " + maximumInterval);
        }
        requireShort(learningSteps);
        requireShort(relearningSteps);
    }

    private static void requireShort(List<Duration> steps) {
        for (var step : steps) {
            if (!step.isPositive() || step.compareTo(Duration.ofDays(1)) >= 0) {
                throw new IllegalArgumentException(
                        "a step must be longer than nothing and shorter than a day, was " + step);
            }
        }
    }

    public SchedulerSettings withDesiredRetention(double retention) {
        return new SchedulerSettings(
                retention, maximumInterval, learningSteps, relearningSteps, fuzz, exam);
    }

    public SchedulerSettings withMaximumInterval(int days) {
        return new SchedulerSettings(
                desiredRetention, days, learningSteps, relearningSteps, fuzz, exam);
    }

    public SchedulerSettings withSteps(List<Duration> learning, List<Duration> relearning) {
        return new SchedulerSettings(
                desiredRetention, maximumInterval, learning, relearning, fuzz, exam);
    }

    public SchedulerSettings withExam(@Nullable LocalDate day) {
        return new SchedulerSettings(
                desiredRetention, maximumInterval, learningSteps, relearningSteps, fuzz, day);
    }

    public SchedulerSettings withoutFuzz() {
        return new SchedulerSettings(
                desiredRetention, maximumInterval, learningSteps, relearningSteps, false, exam);
    }
}
