package descent.flashcard.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Planning for an exam. */
class PlannerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final MemoryModel MODEL = new MemoryModel(Parameters.DEFAULT);
    private static final double PEAK = 0.95;

    @Test
    void examThatIsOverOrTomorrowChangesNothing() {
        for (int days = -10; days <= 1; days++) {
            assertEquals(8, interval(new Memory(8, 5), TODAY.plusDays(days), false));
        }
    }

    @Test
    void cardThatHoldsUntilTheExamIsLeftInPeace() {
        assertEquals(400, interval(new Memory(400, 5), TODAY.plusDays(30), false));
    }

    @Test
    void cardThatWouldHaveFadedIsReviewedOnTheFirstDayThatLastsUntilTheExam() {
        var memory = new Memory(40, 5);
        int left = 40;
        int days = interval(memory, TODAY.plusDays(left), false);
        assertTrue(days < 40, () -> "after " + days + " days");
        assertTrue(atExam(memory, days, left) >= PEAK);
        assertTrue(atExam(memory, days - 1, left) < PEAK);
    }

    @Test
    void cardTooWeakForThePeakIsReviewedOnTheEve() {
        var memory = new Memory(0.9, 10);
        assertTrue(atExam(memory, 1, 2) < PEAK);
        assertEquals(1, interval(memory, TODAY.plusDays(2), true));
    }

    @Test
    void examFarAwayLeavesTheUsualInterval() {
        assertEquals(8, interval(new Memory(8, 5), TODAY.plusDays(300), false));
    }

    @Test
    void spreadKeepsWithinTheDaysThatAreGoodEnough() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 5_000; i++) {
            var memory =
                    new Memory(Math.pow(10, random.nextDouble(-1, 3)), random.nextDouble(1, 10));
            int left = random.nextInt(2, 200);
            var exam = TODAY.plusDays(left);
            int plain = interval(memory, exam, false);
            int fuzzy = planner(exam, true).interval(memory, TODAY, i, 4);
            if (MODEL.retrievability(memory, left) < PEAK) {
                assertTrue(fuzzy < left, () -> memory + " " + left + " days before: " + fuzzy);
            }
            if (plain < left && atExam(memory, plain, left) >= PEAK) {
                assertTrue(atExam(memory, fuzzy, left) >= PEAK);
            }
        }
    }

    /**
     * Two hundred cards in 45 days, rated as the model itself predicts: with the exam in mind more
     * is known on that day than without, and no evening before is overrun.
     */
    @Test
    void retentionPeaksOnTheDayOfTheExam() {
        int left = 45;
        var with = simulate(TODAY.plusDays(left), left);
        var without = simulate(null, left);
        assertTrue(with.retention() > without.retention() + 0.015, with + " against " + without);
        assertTrue(with.retention() > PEAK, with::toString);
        assertTrue(with.busiestDay() < 60, with::toString);
    }

    private record Outcome(double retention, int busiestDay, int reviews) {}

    private static Outcome simulate(LocalDate exam, int left) {
        var settings = SchedulerSettings.DEFAULT.withExam(exam);
        var scheduler = new Scheduler(settings);
        var random = new SplittableRandom(8);
        var perDay = new HashMap<LocalDate, Integer>();
        var cards = new HashMap<Integer, Card>();
        for (int day = 0; day < left; day++) {
            var date = TODAY.plusDays(day);
            var now = new Moment(date.atTime(12, 0).toInstant(ZoneOffset.UTC), date);
            for (int seed = 0; seed < Math.min(200, (day + 1) * 10); seed++) {
                var card = cards.getOrDefault(seed, Card.fresh(seed));
                while (card.due().reached(now) || card.isInSteps()) {
                    double known = scheduler.retrievability(card, date).orElse(0.5);
                    var rating = random.nextDouble() < known ? Rating.GOOD : Rating.AGAIN;
                    card = scheduler.review(card, rating, now);
                    perDay.merge(date, 1, Integer::sum);
                }
                cards.put(seed, card);
            }
        }
        var day = TODAY.plusDays(left);
        double retention =
                cards.values().stream()
                        .mapToDouble(card -> scheduler.retrievability(card, day).orElseThrow())
                        .average()
                        .orElseThrow();
        var late =
                perDay.entrySet().stream()
                        .filter(entry -> entry.getKey().isAfter(TODAY.plusDays(30)))
                        .mapToInt(Map.Entry::getValue);
        return new Outcome(
                retention,
                late.max().orElse(0),
                perDay.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static double atExam(Memory memory, int days, int left) {
        return MODEL.retrievability(MODEL.next(memory, Rating.GOOD, days), left - days);
    }

    private static int interval(Memory memory, LocalDate exam, boolean fuzz) {
        return planner(exam, fuzz).interval(memory, TODAY, 1, 4);
    }

    private static Planner planner(LocalDate exam, boolean fuzz) {
        var settings = SchedulerSettings.DEFAULT.withExam(exam);
        return new Planner(MODEL, fuzz ? settings : settings.withoutFuzz());
    }
}
