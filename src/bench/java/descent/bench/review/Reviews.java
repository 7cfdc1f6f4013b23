package descent.bench.review;

import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.Due;
import descent.flashcard.scheduling.Moment;
import descent.flashcard.scheduling.Rating;
import descent.flashcard.scheduling.Scheduler;
import descent.flashcard.scheduling.SchedulerSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * Reviews per second of the scheduler alone, on one thread: cards are rated at random, each when it
 * is due, 50 times each.
 */
public final class Reviews {
    private static final int REVIEWS_OF_A_CARD = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private Reviews() {}

    public static void main(String[] arguments) {
        reviews(WARM_UP);
        long begin = System.nanoTime();
        long reviews = reviews(MEASURED);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%,.0f reviews per second%n", reviews / seconds);
    }

    private static long reviews(Duration time) {
        var scheduler = new Scheduler(SchedulerSettings.DEFAULT);
        var random = new Random(1);
        long end = System.nanoTime() + time.toNanos();
        long reviews = 0;
        for (long seed = 0; System.nanoTime() < end; seed++) {
            var card = Card.fresh(seed);
            var now = moment(Instant.parse("2026-01-01T12:00:00Z"));
            for (int i = 0; i < REVIEWS_OF_A_CARD; i++) {
                card = scheduler.review(card, Rating.of(1 + random.nextInt(4)), now);
                now = due(card, now);
            }
            reviews += REVIEWS_OF_A_CARD;
        }
        return reviews;
    }

    private static Moment due(Card card, Moment now) {
        return switch (card.due()) {
            case Due.At(var at) -> moment(at);
            case Due.On(var day) ->
                    new Moment(
                            day.atTime(12, 0).toInstant(ZoneOffset.UTC).isAfter(now.at())
                                    ? day.atTime(12, 0).toInstant(ZoneOffset.UTC)
                                    : now.at(),
                            day);
        };
    }

    private static Moment moment(Instant at) {
        return new Moment(at, LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
