package descent.flashcard.scheduling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Chooses the day of the next review of a learned card.
 *
 * <p>Without an exam: the day on which the probability of recall will have fallen to the desired
 * retention <i>r</i>, spread a little.
 *
 * <p>With an exam ahead a card should stand at the <i>peak</i> (1 + r)/2 on that day, half of the
 * forgetting that is accepted on other days. If it will without a further review, nothing changes.
 * Else the review is planned for a day, no later than without an exam and no later than the eve,
 * after which, rated Good, the card stands at the peak on the day of the exam. Strong memories have
 * many such days, and are spread over them; weak ones have few, the last before the exam. So the
 * final reviews do not all fall on the eve. Where no such day exists yet, the card is reviewed as
 * without an exam (at the latest on the eve), and planned anew then.
 */
final class Planner {
    private final MemoryModel model;
    private final SchedulerSettings settings;
    private final double peak;

    Planner(MemoryModel model, SchedulerSettings settings) {
        this.model = model;
        this.settings = settings;
        this.peak = (1 + settings.desiredRetention()) / 2;
    }

    /** The days from a review to the next one. */
    int interval(Memory memory, LocalDate reviewed, long seed, int reviews) {
        int usual = interval(memory);
        var exam = settings.exam();
        if (exam == null) {
            return spread(Fuzz.around(usual, settings.maximumInterval()), usual, seed, reviews);
        }
        int left = (int) Math.min(ChronoUnit.DAYS.between(reviewed, exam), Integer.MAX_VALUE);
        if (left < 2 || model.retrievability(memory, left) >= peak) {
            return spread(Fuzz.around(usual, settings.maximumInterval()), usual, seed, reviews);
        }
        int latest = Math.min(usual, left - 1);
        if (atExam(memory, latest, left) < peak) {
            return usual < left - 1
                    ? spread(Fuzz.around(usual, left - 1), usual, seed, reviews)
                    : left - 1;
        }
        int earliest = earliest(memory, latest, left);
        return spread(new Fuzz(earliest, latest), earliest, seed, reviews);
    }

    private int interval(Memory memory) {
        double days = model.interval(memory.stability(), settings.desiredRetention());
        return (int) Math.clamp(Math.round(days), 1, settings.maximumInterval());
    }

    private int spread(Fuzz range, int unspread, long seed, int reviews) {
        return settings.fuzz() ? range.pick(seed, reviews) : unspread;
    }

    /** The retrievability on the day of the exam of a card rated Good after so many days. */
    private double atExam(Memory memory, int days, int left) {
        return model.retrievability(model.next(memory, Rating.GOOD, days), left - days);
    }

    /** The first day that is good enough: the later the review, the better the card then stands. */
    private int earliest(Memory memory, int latest, int left) {
        int low = 1;
        int high = latest;
        while (low < high) {
            int middle = (low + high) / 2;
            if (atExam(memory, middle, left) >= peak) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
