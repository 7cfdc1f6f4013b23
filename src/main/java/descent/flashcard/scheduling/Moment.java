package descent.flashcard.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An instant, and the day that it belongs to for the learner: intervals and limits are counted in
 * the learner's days, wherever he was then.
 */
public record Moment(Instant at, LocalDate day) {

    /** Whole days since an earlier moment; 0 for one whose day is not earlier. */
    public long daysSince(Moment earlier) {
        return Math.max(0, ChronoUnit.DAYS.between(earlier.day, day));
    }
}
