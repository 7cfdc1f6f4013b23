package descent.quiz.page;

import descent.quiz.attempt.Attempt;
import java.time.Duration;
import java.time.Instant;

/** How much time an attempt has left, as a page tells it. */
public record Clockwork(Duration remaining, Instant deadline) {
    static Clockwork of(Attempt attempt, Instant now) {
        return new Clockwork(attempt.remaining(now), attempt.deadline);
    }

    public long millis() {
        return remaining.toMillis();
    }

    public boolean isOver() {
        return remaining.isZero();
    }

    /** {@code 1 h 5 min}, {@code 12 min}, {@code 40 s}. */
    public String words() {
        return words(remaining);
    }

    static String words(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min"
                : time.toHours()
                        + " h"
                        + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
    }
}
