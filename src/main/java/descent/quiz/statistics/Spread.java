package descent.quiz.statistics;

import java.util.Arrays;
import java.util.Optional;

/** Where the middle half of some numbers lies, such as the seconds that learners took. */
public record Spread(double lower, double median, double upper) {
    /** Empty for too few numbers. */
    public static Optional<Spread> of(double[] values) {
        if (values.length < QuestionStatistics.ENOUGH_FOR_LEVELS) {
            return Optional.empty();
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return Optional.of(new Spread(at(sorted, 0.25), Moments.median(sorted), at(sorted, 0.75)));
    }

    /** Between the two values beside it, as R's quantile does by default. */
    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
