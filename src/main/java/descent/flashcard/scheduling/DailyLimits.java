package descent.flashcard.scheduling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much a learner wants to see of a day. Cards in their short steps and cards called out of turn
 * are not counted.
 */
public record DailyLimits(int newCards, int reviews) {
    public static final int MOST = 9_999;

    /** The last week before an exam is for what has been seen already. */
    private static final long DAYS_FOR_REVIEW = 7;

    public DailyLimits {
        if (newCards < 0 || newCards > MOST || reviews < 0 || reviews > MOST) {
            throw new IllegalArgumentException(
                    "daily limits must be from 0 to %d, were %d and %d"
                            .formatted(MOST, newCards, reviews));
        }
    }

    /**
     * With more new cards a day where that is needed to have seen all of them a week before the
     * exam, or after half of the time when less than two weeks are left.
     *
     * @param unseen new cards at the beginning of {@code today}
     */
    public DailyLimits raisedFor(@Nullable LocalDate exam, int unseen, LocalDate today) {
        long left = exam == null ? 0 : ChronoUnit.DAYS.between(today, exam);
        if (left < 1) {
            return this;
        }
        long days = left - Math.min(DAYS_FOR_REVIEW, left / 2);
        long needed = Math.min(MOST, Math.ceilDiv(unseen, days));
        return new DailyLimits((int) Math.max(newCards, needed), reviews);
    }
}
