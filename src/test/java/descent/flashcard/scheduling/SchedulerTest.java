package descent.flashcard.scheduling;

import static descent.flashcard.scheduling.Rating.AGAIN;
import static descent.flashcard.scheduling.Rating.EASY;
import static descent.flashcard.scheduling.Rating.GOOD;
import static descent.flashcard.scheduling.Rating.HARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.flashcard.scheduling.Card.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {
    private static final StudyDays UTC = new StudyDays(ZoneOffset.UTC);
    private static final Moment START = UTC.moment(Instant.parse("2022-11-29T12:30:00Z"));
    private static final SchedulerSettings PLAIN = SchedulerSettings.DEFAULT.withoutFuzz();

    private final Scheduler scheduler = new Scheduler(PLAIN);

    /** The list on which py-fsrs, ts-fsrs, go-fsrs and fsrs-rs agree. */
    @Test
    void thirteenRatingsFromNewAsTheReferenceImplementations() {
        var ratings =
                List.of(
                        GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD,
                        GOOD);
        assertEquals(
                List.of(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L),
                intervals(scheduler, ratings));
    }

    @Test
    void goldenHistories() {
        Goldens.histories()
                .forEach((name, lines) -> {
                    var retaining =
                            new Scheduler(
                                    PLAIN.withDesiredRetention(
                                            lines.getFirst().desiredRetention()));
                    var card = Card.fresh(1);
                    var now = START;
                    for (var line : lines) {
                        now = UTC.moment(now.at().plus(Duration.ofDays(line.elapsedDays())));
                        card = retaining.review(card, line.rating(), now);
                        assertEquals(line.state(), card.state(), name);
                        assertEquals(line.intervalDays(), card.intervalDays(), name);
                        assertEquals(
                                line.stability(),
                                card.memory().stability(),
                                line.stability() * 1e-11,
                                name);
                    }
                });
    }

    @Test
    void newCardGoesThroughItsSteps() {
        assertStep(State.LEARNING, 0, "PT1M", AGAIN);
        assertStep(State.LEARNING, 0, "PT5M30S", HARD);
        assertStep(State.LEARNING, 1, "PT10M", GOOD);
        assertStep(State.LEARNING, 1, "PT10M", GOOD, HARD);
        assertStep(State.LEARNING, 0, "PT1M", GOOD, AGAIN);
        assertEquals(State.REVIEW, after(GOOD, GOOD).state());
        assertEquals(State.REVIEW, after(EASY).state());
        assertEquals(8, after(EASY).intervalDays());
    }

    @Test
    void forgottenCardGoesThroughItsSteps() {
        assertStep(State.RELEARNING, 0, "PT10M", EASY, AGAIN);
        assertStep(State.RELEARNING, 0, "PT15M", EASY, AGAIN, HARD);
        assertStep(State.RELEARNING, 0, "PT10M", EASY, AGAIN, AGAIN);
        assertEquals(State.REVIEW, after(EASY, AGAIN, GOOD).state());
        assertEquals(State.REVIEW, after(EASY, AGAIN, EASY).state());
    }

    @Test
    void withoutStepsEveryRatingGivesDays() {
        var stepless = new Scheduler(PLAIN.withSteps(List.of(), List.of()));
        for (var rating : Rating.values()) {
            var learned = stepless.review(Card.fresh(1), rating, START);
            assertEquals(State.REVIEW, learned.state());
            assertTrue(learned.intervalDays() >= 1);
            assertEquals(State.REVIEW, stepless.review(learned, AGAIN, START).state());
        }
    }

    @Test
    void cardBeyondTheLastStepIsLearned() {
        var long_ = Duration.ofMinutes(30);
        var patient = new Scheduler(PLAIN.withSteps(List.of(long_, long_, long_), List.of()));
        var third = patient.review(patient.review(Card.fresh(1), GOOD, START), GOOD, START);
        assertEquals(2, third.step());
        assertEquals(State.REVIEW, scheduler.review(third, HARD, START).state());
        assertEquals(State.LEARNING, scheduler.review(third, AGAIN, START).state());
    }

    @Test
    void onlyForgettingWhatWasLearnedIsALapse() {
        assertEquals(0, after(AGAIN, AGAIN, GOOD).lapses());
        assertEquals(1, after(EASY, AGAIN, AGAIN, AGAIN, GOOD).lapses());
        assertEquals(2, after(EASY, AGAIN, GOOD, AGAIN).lapses());
    }

    @Test
    void eighthLapseMakesALeech() {
        var card = after(EASY);
        for (int i = 1; i <= 8; i++) {
            assertFalse(card.isLeech());
            card = scheduler.review(card, AGAIN, START);
            assertEquals(i == 8, card.isLeech());
            card = scheduler.review(card, EASY, START);
        }
    }

    @Test
    void dayIsTheLearnersNotASpanOf24Hours() {
        var lateOnMonday = UTC.moment(Instant.parse("2026-11-23T22:00:00Z"));
        var earlyOnWednesday = UTC.moment(Instant.parse("2026-11-25T04:00:00Z"));
        var card =
                scheduler.review(
                        scheduler.review(Card.fresh(1), GOOD, lateOnMonday), GOOD, lateOnMonday);
        assertEquals(2, card.intervalDays());
        assertFalse(card.due().reached(UTC.moment(Instant.parse("2026-11-25T03:59:59Z"))));
        assertTrue(card.due().reached(earlyOnWednesday));
        assertEquals(
                new MemoryModel(Parameters.DEFAULT).next(card.memory(), GOOD, 2),
                scheduler.review(card, GOOD, earlyOnWednesday).memory());
    }

    @Test
    void reviewBeforeTheLastOneIsRefused() {
        var card = after(GOOD);
        var before = UTC.moment(START.at().minusSeconds(1));
        var refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> scheduler.review(card, GOOD, before));
        assertEquals(
                "a review at 2022-11-29T12:29:59Z is before the last one at 2022-11-29T12:30:00Z",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 5, 400})
    void ratingOutOfRangeIsRefused(int grade) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Rating.of(grade));
        assertEquals("rating must be 1, 2, 3 or 4, was " + grade, refusal.getMessage());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        for (double retention : new double[] {0.69, 1, Double.NaN, -0.0}) {
            assertThrows(
                    IllegalArgumentException.class, () -> PLAIN.withDesiredRetention(retention));
        }
        for (int days : new int[] {0, -1, 36_501}) {
            assertThrows(IllegalArgumentException.class, () -> PLAIN.withMaximumInterval(days));
        }
        for (var step : List.of(Duration.ZERO, Duration.ofMinutes(-1), Duration.ofDays(1))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> PLAIN.withSteps(List.of(step), List.of()));
        }
    }

    @Test
    void lessRetentionMeansLongerIntervals() {
        var intervals =
                Stream.of(0.97, 0.9, 0.8, 0.7)
                        .map(r -> new Scheduler(PLAIN.withDesiredRetention(r)))
                        .map(s -> intervals(s, List.of(GOOD, GOOD, GOOD)).getLast())
                        .toList();
        assertEquals(intervals.stream().sorted().toList(), intervals);
        assertEquals(4, intervals.stream().distinct().count());
    }

    @Test
    void noIntervalIsLongerThanTheMaximum() {
        for (boolean fuzz : new boolean[] {true, false}) {
            var settings = (fuzz ? SchedulerSettings.DEFAULT : PLAIN).withMaximumInterval(30);
            var last = intervals(new Scheduler(settings), List.of(EASY, EASY, EASY, EASY));
            assertTrue(last.getLast() <= 30 && last.getLast() >= 26, last::toString);
        }
    }

    @Test
    void previewIsWhatHappens() {
        var fuzzy = new Scheduler(SchedulerSettings.DEFAULT);
        walks(
                fuzzy,
                (card, now) -> {
                    var preview = fuzzy.preview(card, now);
                    for (var rating : Rating.values()) {
                        assertEquals(fuzzy.review(card, rating, now), preview.get(rating));
                    }
                });
    }

    @Test
    void betterRatingIsNeverAskedAgainSooner() {
        var fuzzy = new Scheduler(SchedulerSettings.DEFAULT);
        walks(
                fuzzy,
                (card, now) -> {
                    var preview = fuzzy.preview(card, now);
                    for (int grade = 2; grade <= 4; grade++) {
                        var worse = preview.get(Rating.of(grade - 1));
                        var better = preview.get(Rating.of(grade));
                        assertTrue(
                                worse.intervalDays() <= better.intervalDays(),
                                () -> "%s: %s, %s".formatted(card, worse, better));
                    }
                });
    }

    @Test
    void sameReviewsGiveTheSameCardToTheLastBit() {
        var ratings = List.of(GOOD, GOOD, HARD, AGAIN, GOOD, EASY, GOOD);
        var first = walk(new Scheduler(SchedulerSettings.DEFAULT), 42, ratings);
        assertEquals(first, walk(new Scheduler(SchedulerSettings.DEFAULT), 42, ratings));
    }

    @Test
    void calledCardIsDueAtOnceUntilItIsRated() {
        var learned = after(EASY);
        var tomorrow = UTC.moment(START.at().plus(Duration.ofDays(1)));
        assertFalse(learned.due().reached(tomorrow));
        var called = learned.call(tomorrow);
        assertTrue(called.due().reached(tomorrow));
        assertEquals(called, scheduler.replan(called));
        assertEquals(
                scheduler.review(learned, GOOD, tomorrow),
                scheduler.review(called, GOOD, tomorrow));
    }

    @Test
    void newSettingsPlanAsIfTheyHadAlwaysBeenThere() {
        var ambitious = new Scheduler(SchedulerSettings.DEFAULT.withDesiredRetention(0.97));
        walks(
                new Scheduler(SchedulerSettings.DEFAULT),
                (card, now) -> {
                    for (var rating : Rating.values()) {
                        assertEquals(
                                ambitious.review(card, rating, now),
                                ambitious.replan(
                                        new Scheduler(SchedulerSettings.DEFAULT)
                                                .review(card, rating, now)));
                    }
                });
    }

    @Test
    void retrievabilityFallsFromOneAndIsUnknownOfANewCard() {
        assertTrue(scheduler.retrievability(Card.fresh(1), START.day()).isEmpty());
        var card = after(EASY);
        assertEquals(1, scheduler.retrievability(card, START.day()).orElseThrow());
        assertEquals(
                0.9024733,
                scheduler.retrievability(card, START.day().plusDays(8)).orElseThrow(),
                1e-7);
    }

    @Test
    void cardThatContradictsItselfIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Card(
                                1,
                                State.REVIEW,
                                0,
                                null,
                                3,
                                0,
                                START,
                                new Due.On(START.day()),
                                false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Card(1, State.NEW, 0, null, 1, 0, null, new Due.On(START.day()), false));
    }

    private interface Check {
        void check(Card card, Moment now);
    }

    /** Cards as they come up in 200 random histories. */
    private static void walks(Scheduler scheduler, Check check) {
        var random = new SplittableRandom(11);
        for (int seed = 0; seed < 200; seed++) {
            var card = Card.fresh(seed);
            var now = START;
            for (int i = 0; i < 20; i++) {
                check.check(card, now);
                card = scheduler.review(card, Rating.of(random.nextInt(1, 5)), now);
                long days = Math.round(card.intervalDays() * random.nextDouble(0.2, 2));
                now = UTC.moment(now.at().plus(Duration.ofDays(Math.min(days, 5_000))));
            }
        }
    }

    private void assertStep(State state, int step, String delay, Rating... ratings) {
        var card = after(ratings);
        assertEquals(state, card.state());
        assertEquals(step, card.step());
        assertEquals(new Due.At(START.at().plus(Duration.parse(delay))), card.due());
    }

    /** All at the same moment. */
    private Card after(Rating... ratings) {
        var card = Card.fresh(1);
        for (var rating : ratings) {
            card = scheduler.review(card, rating, START);
        }
        return card;
    }

    private static List<Long> intervals(Scheduler scheduler, List<Rating> ratings) {
        return cards(scheduler, 1, ratings).stream().map(Card::intervalDays).toList();
    }

    private static Card walk(Scheduler scheduler, long seed, List<Rating> ratings) {
        return cards(scheduler, seed, ratings).getLast();
    }

    /** Each rated exactly when it is due. */
    private static List<Card> cards(Scheduler scheduler, long seed, List<Rating> ratings) {
        var cards = new ArrayList<Card>();
        var card = Card.fresh(seed);
        var now = START;
        for (var rating : ratings) {
            card = scheduler.review(card, rating, now);
            cards.add(card);
            now =
                    switch (card.due()) {
                        case Due.At(var at) -> UTC.moment(at);
                        case Due.On(var day) -> UTC.moment(UTC.startOf(day));
                    };
        }
        return cards;
    }
}
