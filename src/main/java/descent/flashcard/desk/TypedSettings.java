package descent.flashcard.desk;

import descent.flashcard.scheduling.DailyLimits;
import descent.flashcard.scheduling.SchedulerSettings;
import descent.flashcard.study.StudySettings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings as they were typed into the form.
 *
 * @param retention in percent
 * @param exam as a date input sends it; empty for none
 * @param typing "on" to type answers
 */
public record TypedSettings(
        String retention,
        String interval,
        String newCards,
        String reviews,
        String exam,
        String typing) {
    static TypedSettings of(StudySettings settings) {
        return new TypedSettings(
                String.valueOf(Math.round(settings.desiredRetention() * 100)),
                String.valueOf(settings.maximumInterval()),
                String.valueOf(settings.limits().newCards()),
                String.valueOf(settings.limits().reviews()),
                settings.exam() == null ? "" : settings.exam().toString(),
                settings.typed() ? "on" : "");
    }

    /** What is wrong, by the field; empty when nothing is. */
    Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        number(errors, "retention", retention, 70, 99, "percent");
        number(errors, "interval", interval, 1, SchedulerSettings.MOST_INTERVAL, "days");
        number(errors, "newCards", newCards, 0, DailyLimits.MOST, "cards");
        number(errors, "reviews", reviews, 0, DailyLimits.MOST, "cards");
        if (!exam.isBlank()) {
            var day = day(exam);
            if (day == null) {
                errors.put("exam", "A day is written like 2027-02-14, not \"%s\".".formatted(exam));
            } else if (day.isBefore(today) || day.isAfter(today.plusYears(5))) {
                errors.put("exam", "The exam is on a day from today on, within five years.");
            }
        }
        return errors;
    }

    private static void number(
            Map<String, String> errors, String field, String text, int least, int most, String of) {
        boolean fits =
                text.strip().matches("\\d{1,6}")
                        && Integer.parseInt(text.strip()) >= least
                        && Integer.parseInt(text.strip()) <= most;
        if (!fits) {
            errors.put(field, "A whole number of %s from %d to %,d.".formatted(of, least, most));
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    StudySettings settings() {
        return new StudySettings(
                whole(retention) / 100.0,
                whole(interval),
                new DailyLimits(whole(newCards), whole(reviews)),
                exam.isBlank() ? null : day(exam),
                !typing.isEmpty());
    }

    private static int whole(String text) {
        return Integer.parseInt(text.strip());
    }
}
