package descent.flashcard.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The days of a learner in his own time zone. A day of studying begins at four in the morning: who
 * studies past midnight is still in the same day, as in Anki.
 */
public record StudyDays(ZoneId zone) {
    static final LocalTime START = LocalTime.of(4, 0);

    public Moment moment(Instant at) {
        var local = at.atZone(zone).toLocalDateTime();
        var date = local.toLocalDate();
        return new Moment(at, local.toLocalTime().isBefore(START) ? date.minusDays(1) : date);
    }

    /** When a day begins. */
    public Instant startOf(LocalDate day) {
        return day.atTime(START).atZone(zone).toInstant();
    }
}
