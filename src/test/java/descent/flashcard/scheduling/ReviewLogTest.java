package descent.flashcard.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.flashcard.scheduling.ReviewLog.Called;
import descent.flashcard.scheduling.ReviewLog.Entry;
import descent.flashcard.scheduling.ReviewLog.Reset;
import descent.flashcard.scheduling.ReviewLog.Reviewed;
import descent.flashcard.scheduling.ReviewLog.Undone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewLogTest {
    private static final StudyDays BERLIN = new StudyDays(ZoneId.of("Europe/Berlin"));
    private static final Moment START = BERLIN.moment(Instant.parse("2026-11-22T18:00:00Z"));

    private final Scheduler scheduler = new Scheduler(SchedulerSettings.DEFAULT);

    @Test
    void emptyLogIsANewCard() {
        assertEquals(Card.fresh(7), new ReviewLog(7, List.of()).replay(scheduler));
    }

    @Test
    void undoneReviewIsAsIfItHadNeverBeen() {
        var good = new Reviewed(UUID.randomUUID(), Rating.GOOD, START);
        var slip = new Reviewed(UUID.randomUUID(), Rating.AGAIN, START);
        assertEquals(
                new ReviewLog(7, List.of(good)).replay(scheduler),
                new ReviewLog(7, List.of(good, slip, new Undone(slip.id(), START)))
                        .replay(scheduler));
    }

    @Test
    void undoOfTheRatingOfACalledCardCallsItAgain() {
        var slip = new Reviewed(UUID.randomUUID(), Rating.EASY, START);
        var log = new ReviewLog(7, List.of(new Called(START), slip, new Undone(slip.id(), START)));
        assertEquals(Card.fresh(7).call(START), log.replay(scheduler));
    }

    @Test
    void resetBeginsAnew() {
        var good = new Reviewed(UUID.randomUUID(), Rating.GOOD, START);
        assertEquals(
                Card.fresh(7), new ReviewLog(7, List.of(good, new Reset(START))).replay(scheduler));
    }

    /**
     * A learner does whatever one can do, travels, and changes his settings; what is stored step by
     * step is what the log gives at the end.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void replayOfALongLogEqualsStepByStep(long seed) {
        var random = new SplittableRandom(seed);
        var zones = List.of("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Apia");
        var days = BERLIN;
        var entries = new ArrayList<Entry>();
        var before = new ArrayDeque<Card>();
        var ids = new ArrayDeque<UUID>();
        var current = scheduler;
        var card = Card.fresh(seed);
        var now = START;
        for (int i = 0; i < 2_000; i++) {
            now = days.moment(now.at().plus(Duration.ofMinutes(random.nextInt(1, 20_000))));
            switch (random.nextInt(20)) {
                case 0 -> {
                    entries.add(new Called(now));
                    card = card.call(now);
                    before.clear();
                }
                case 1 -> {
                    if (!before.isEmpty()) {
                        entries.add(new Undone(ids.removeLast(), now));
                        card = before.removeLast();
                        card = current.replan(card);
                    }
                }
                case 2 -> {
                    if (random.nextInt(20) == 0) {
                        entries.add(new Reset(now));
                        card = Card.fresh(seed);
                        before.clear();
                    }
                }
                case 3 -> {
                    current =
                            new Scheduler(
                                    SchedulerSettings.DEFAULT
                                            .withDesiredRetention(random.nextDouble(0.7, 0.99))
                                            .withExam(now.day().plusDays(random.nextInt(200))));
                    card = current.replan(card);
                }
                case 4 -> days = new StudyDays(ZoneId.of(zones.get(random.nextInt(4))));
                default -> {
                    var rating = Rating.of(random.nextInt(1, 5));
                    var id = new UUID(seed, i);
                    before.addLast(card);
                    ids.addLast(id);
                    entries.add(new Reviewed(id, rating, now));
                    card = current.review(card, rating, now);
                }
            }
        }
        assertEquals(card, new ReviewLog(seed, entries).replay(current));
    }
}
