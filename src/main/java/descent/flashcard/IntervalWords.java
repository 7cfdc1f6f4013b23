package descent.flashcard;

import descent.flashcard.scheduling.Due;
import descent.flashcard.scheduling.Moment;
import java.time.Duration;
import java.util.Locale;

/** Spans of time as people say them. */
public final class IntervalWords {
    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final double DAYS_OF_YEAR = 365.25;

    private IntervalWords() {}

    /** From now to then: "10 minutes", "4 days", "2.5 months". */
    public static String until(Due due, Moment now) {
        return switch (due) {
            case Due.At(var at) -> minutes(Duration.between(now.at(), at));
            case Due.On(var day) -> days(day.toEpochDay() - now.day().toEpochDay());
        };
    }

    static String days(long days) {
        if (days < 1) {
            return "today";
        }
        if (days < 31) {
            return days == 1 ? "1 day" : days + " days";
        }
        return days < DAYS_OF_YEAR
                ? number(days / DAYS_OF_MONTH) + " months"
                : number(days / DAYS_OF_YEAR) + (days < 1.05 * DAYS_OF_YEAR ? " year" : " years");
    }

    private static String minutes(Duration wait) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        if (minutes < 60) {
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
        long hours = Math.round(minutes / 60.0);
        return hours == 1 ? "1 hour" : hours + " hours";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
