package descent.progress.home;

import descent.progress.study.StudyTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The last twelve weeks of somebody's studying. */
public record Diary(StudyTime time, LocalDate today) {
    private static final int WEEKS = 12;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** A week from Monday on; days to come are not in it. */
    public record Week(String begin, List<Day> days, long minutes) {}

    /**
     * @param level how much of it was studied, from 0 to 4
     */
    public record Day(String date, long minutes, int level, boolean future) {}

    static LocalDate begin(LocalDate today) {
        return monday(today).minusWeeks(WEEKS - 1);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The latest last. */
    public List<Week> weeks() {
        return Stream.iterate(begin(today), first -> first.plusWeeks(1))
                .limit(WEEKS)
                .map(this::week)
                .toList();
    }

    private Week week(LocalDate first) {
        return new Week(
                DATE.format(first),
                IntStream.range(0, 7).mapToObj(first::plusDays).map(this::day).toList(),
                time.minutes(first, first.plusDays(6)));
    }

    private Day day(LocalDate day) {
        long minutes = time.on(day).toMinutes();
        return new Day(DATE.format(day), minutes, level(minutes), day.isAfter(today));
    }

    private static int level(long minutes) {
        if (minutes < 15) {
            return minutes == 0 ? 0 : 1;
        }
        return minutes < 30 ? 2 : minutes < 60 ? 3 : 4;
    }

    public long minutesThisWeek() {
        return time.minutes(monday(today), today);
    }

    public int daysOfSeven() {
        return time.days(today.minusDays(6), today);
    }

    public int streak() {
        return time.streak(today);
    }
}
