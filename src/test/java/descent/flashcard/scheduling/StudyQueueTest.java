package descent.flashcard.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.flashcard.scheduling.StudyQueue.Candidate;
import descent.flashcard.scheduling.StudyQueue.Done;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyQueueTest {
    private static final StudyDays UTC = new StudyDays(ZoneOffset.UTC);
    private static final Moment NOW = UTC.moment(Instant.parse("2026-11-22T12:00:00Z"));
    private static final DailyLimits LIMITS = new DailyLimits(20, 200);
    private static final Scheduler SCHEDULER =
            new Scheduler(SchedulerSettings.DEFAULT.withoutFuzz());

    @Test
    void stepsComeBeforeCallsBeforeDueBeforeNew() {
        var queue =
                queue(
                        fresh("new"),
                        learnedBefore("due", Duration.ofDays(9)),
                        called("called"),
                        inStep("step", Duration.ofMinutes(11)));
        assertEquals(List.of("step"), queue.inSteps());
        assertEquals(List.of("called"), queue.called());
        assertEquals(List.of("due"), queue.due());
        assertEquals(List.of("new"), queue.fresh());
        assertEquals(Optional.of("step"), queue.next(NOW));
        assertEquals(4, queue.size());
    }

    @Test
    void whatIsNotDueIsNotAsked() {
        var queue = queue(learnedBefore("later", Duration.ofDays(7)));
        assertEquals(0, queue.size());
        assertEquals(Optional.empty(), queue.next(NOW));
    }

    @Test
    void longestOverdueComesFirst() {
        var queue =
                queue(
                        learnedBefore("today", Duration.ofDays(8)),
                        learnedBefore("long ago", Duration.ofDays(30)),
                        learnedBefore("lately", Duration.ofDays(10)));
        assertEquals(List.of("long ago", "lately", "today"), queue.due());
    }

    @Test
    void newCardsComeInTheOrderOfTheCourse() {
        assertEquals(List.of("b", "a", "c"), queue(fresh("b"), fresh("a"), fresh("c")).fresh());
    }

    @Test
    void limitsOfTheDayCountWhatWasDone() {
        var cards =
                IntStream.range(0, 30)
                        .boxed()
                        .flatMap(i ->
                                List.of(
                                        fresh("new " + i),
                                        learnedBefore("due " + i, Duration.ofDays(9)))
                                        .stream())
                        .toList();
        var queue = StudyQueue.of(cards, new DailyLimits(10, 25), new Done(4, 5, Set.of()), NOW);
        assertEquals(6, queue.fresh().size());
        assertEquals(20, queue.due().size());
        var over = StudyQueue.of(cards, new DailyLimits(10, 25), new Done(11, 99, Set.of()), NOW);
        assertEquals(0, over.size());
    }

    @Test
    void stepsAndCallsKnowNoLimit() {
        var cards = List.of(called("called"), inStep("step", Duration.ofMinutes(11)));
        var queue = StudyQueue.of(cards, new DailyLimits(0, 0), Done.NOTHING, NOW);
        assertEquals(2, queue.size());
    }

    @Test
    void siblingsAreAskedOnDifferentDays() {
        var front = new Candidate<>("front", "note", Card.fresh(1));
        var back = new Candidate<>("back", "note", Card.fresh(2));
        assertEquals(List.of("front"), queue(front, back).fresh());
        var later = StudyQueue.of(List.of(back), LIMITS, new Done(1, 0, Set.of("note")), NOW);
        assertEquals(0, later.size());
    }

    @Test
    void siblingInItsStepsHidesTheOthersButNotItself() {
        var front = new Candidate<>("front", "note", inStep("", Duration.ofMinutes(1)).card());
        var back = new Candidate<>("back", "note", learnedBefore("", Duration.ofDays(9)).card());
        var queue =
                StudyQueue.of(List.of(front, back), LIMITS, new Done(1, 0, Set.of("note")), NOW);
        assertEquals(List.of("front"), queue.waiting().stream().map(w -> w.key()).toList());
        assertEquals(List.of(), queue.due());
    }

    @Test
    void stepThatEndsSoonIsTakenBeforeItsTimeWhenNothingElseIsLeft() {
        var soon = inStep("soon", Duration.ofMinutes(1));
        assertEquals(Optional.of("soon"), queue(soon).next(NOW));
        assertEquals(Optional.of("new"), queue(soon, fresh("new")).next(NOW));
        var patient =
                new Scheduler(
                        SchedulerSettings.DEFAULT.withSteps(
                                List.of(Duration.ofHours(1)), List.of()));
        var late = new Candidate<>("late", "n", patient.review(Card.fresh(1), Rating.AGAIN, NOW));
        assertEquals(Optional.empty(), queue(late).next(NOW));
        assertEquals(1, queue(late).size());
    }

    @Test
    void calledNewCardIsAskedAtOnceWhateverTheLimit() {
        var cards = List.of(called("called"));
        var queue = StudyQueue.of(cards, new DailyLimits(0, 0), Done.NOTHING, NOW);
        assertEquals(Optional.of("called"), queue.next(NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 100, 10",
        "2026-11-22, 100, 10",
        "2026-11-23, 100, 100",
        "2026-11-25, 100, 50",
        "2026-12-06, 100, 15",
        "2026-12-22,  45, 10",
        "2026-12-22, 231, 11",
    })
    void newCardsAreRaisedToBeSeenBeforeTheExam(LocalDate exam, int unseen, int perDay) {
        assertEquals(
                new DailyLimits(perDay, 200),
                new DailyLimits(10, 200).raisedFor(exam, unseen, NOW.day()));
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        for (int n : new int[] {-1, 10_000}) {
            assertTrue(
                    org.junit.jupiter.api.Assertions.assertThrows(
                                    IllegalArgumentException.class, () -> new DailyLimits(n, 1))
                            .getMessage()
                            .contains(String.valueOf(n)));
        }
    }

    @SafeVarargs
    private static StudyQueue<String> queue(Candidate<String>... cards) {
        return StudyQueue.of(List.of(cards), LIMITS, Done.NOTHING, NOW);
    }

    private static Candidate<String> fresh(String key) {
        return new Candidate<>(key, key, Card.fresh(key.hashCode()));
    }

    private static Candidate<String> called(String key) {
        return new Candidate<>(key, key, Card.fresh(1).call(NOW));
    }

    /** Rated Good in its first step so long ago: it is asked again after ten minutes. */
    private static Candidate<String> inStep(String key, Duration ago) {
        return new Candidate<>(key, key, SCHEDULER.review(Card.fresh(1), Rating.GOOD, before(ago)));
    }

    /** Rated Easy for the first time so long ago: it is due after eight days. */
    private static Candidate<String> learnedBefore(String key, Duration ago) {
        var card = SCHEDULER.review(Card.fresh(key.hashCode()), Rating.EASY, before(ago));
        return new Candidate<>(key, key, card);
    }

    private static Moment before(Duration ago) {
        return UTC.moment(NOW.at().minus(ago));
    }
}
