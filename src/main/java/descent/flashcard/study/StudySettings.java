package descent.flashcard.study;

import descent.flashcard.scheduling.DailyLimits;
import descent.flashcard.scheduling.Scheduler;
import descent.flashcard.scheduling.SchedulerSettings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be asked in a course.
 *
 * @param exam the day on which as much as possible should be known, if there is one
 * @param typed whether the answer is typed before it is shown
 */
public record StudySettings(
        double desiredRetention,
        int maximumInterval,
        DailyLimits limits,
        @Nullable LocalDate exam,
        boolean typed) {
    /** 20 new cards and 200 reviews a day, as Anki suggests. */
    public static final StudySettings DEFAULT =
            new StudySettings(
                    SchedulerSettings.DEFAULT.desiredRetention(),
                    SchedulerSettings.DEFAULT.maximumInterval(),
                    new DailyLimits(20, 200),
                    null,
                    false);

    Scheduler scheduler() {
        return new Scheduler(
                SchedulerSettings.DEFAULT
                        .withDesiredRetention(desiredRetention)
                        .withMaximumInterval(maximumInterval)
                        .withExam(exam));
    }
}
