package descent.progress.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How long somebody studied on each day, estimated by when something was done: deeds no more than
 * ten minutes apart belong together, and each such stretch lasted from its first deed to its last
 * and two minutes more.
 */
public record StudyTime(SortedMap<LocalDate, Duration> byDay) {
    static final Duration PAUSE = Duration.ofMinutes(10);
    static final Duration BESIDE = Duration.ofMinutes(2);
    private static final int MISSABLE = 2;

    /**
     * @param moments in order
     * @param day the learner's day of an instant
     */
    public static StudyTime of(List<Instant> moments, Function<Instant, LocalDate> day) {
        var byDay = new TreeMap<LocalDate, Duration>();
        Instant last = null;
        for (var moment : moments) {
            boolean goesOn = last != null && Duration.between(last, moment).compareTo(PAUSE) <= 0;
            byDay.merge(
                    day.apply(moment),
                    goesOn ? Duration.between(last, moment) : BESIDE,
                    Duration::plus);
            last = moment;
        }
        return new StudyTime(byDay);
    }

    public Duration on(LocalDate day) {
        return byDay.getOrDefault(day, Duration.ZERO);
    }

    public boolean studied(LocalDate day) {
        return byDay.containsKey(day);
    }

    /** On that many of the days from {@code first} to {@code last}. */
    public int days(LocalDate first, LocalDate last) {
        return byDay.subMap(first, last.plusDays(1)).size();
    }

    public long minutes(LocalDate first, LocalDate last) {
        return byDay.subMap(first, last.plusDays(1)).values().stream()
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }

    /**
     * The days of studying without a longer break until today: up to two days in a row may be
     * missed, and today is not over.
     */
    public int streak(LocalDate today) {
        int days = 0;
        int missed = 0;
        for (var day = today; missed <= MISSABLE; day = day.minusDays(1)) {
            if (studied(day)) {
                days++;
                missed = 0;
            } else if (!day.equals(today)) {
                missed++;
            }
        }
        return days;
    }
}
