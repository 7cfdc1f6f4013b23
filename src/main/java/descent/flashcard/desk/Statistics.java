package descent.flashcard.desk;

import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.Due;
import descent.flashcard.study.CardBox;
import descent.flashcard.study.CardBox.BoxCard;
import descent.flashcard.study.PastReviews.Past;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What can be counted of a box of cards.
 *
 * @param forecast how many cards become due on each of the coming days, today with all that are
 *     overdue
 * @param reviews how many reviews there were on each of the last days
 * @param month how well was remembered in the last 30 days
 * @param year the same of the last 365
 */
public record Statistics(
        Bars forecast, Bars reviews, Retention month, Retention year, List<Share> maturity) {
    static final int DAYS = 30;
    static final int YEAR = 365;

    /** Of the reviews of learned cards: how many were remembered, and how many should have been. */
    public record Retention(int reviews, double measured, double predicted) {
        static Retention of(List<Past> past) {
            var repeated = past.stream().filter(Past::repeated).toList();
            return new Retention(
                    repeated.size(),
                    repeated.stream().mapToDouble(p -> p.rating() > 1 ? 1 : 0).average().orElse(0),
                    repeated.stream().mapToDouble(Past::expected).average().orElse(0));
        }

        public String measuredWords() {
            return percent(measured);
        }

        public String predictedWords() {
            return percent(predicted);
        }

        private String percent(double share) {
            return reviews == 0 ? "–" : Math.round(share * 100) + " %";
        }
    }

    /** How many cards are in a state. */
    public record Share(String state, long cards) {}

    static Statistics of(CardBox box, List<Past> year) {
        var today = box.now().day();
        var first = today.minusDays(DAYS - 1);
        var month = year.stream().filter(past -> !past.day().isBefore(first)).toList();
        return new Statistics(
                Bars.of(today, forecast(box, today)),
                Bars.of(first, perDay(month, first)),
                Retention.of(month),
                Retention.of(year),
                maturity(box.cards()));
    }

    private static int[] forecast(CardBox box, LocalDate today) {
        var counts = new int[DAYS];
        box.cards().stream()
                .filter(card -> !card.suspended() && card.card().state() != Card.State.NEW)
                .mapToLong(card -> Math.max(0, daysUntil(card.card().due(), today)))
                .filter(days -> days < DAYS)
                .forEach(days -> counts[(int) days]++);
        return counts;
    }

    private static long daysUntil(Due due, LocalDate today) {
        return switch (due) {
            case Due.At _ -> 0;
            case Due.On(var day) -> ChronoUnit.DAYS.between(today, day);
        };
    }

    private static int[] perDay(List<Past> past, LocalDate first) {
        var counts = new int[DAYS];
        past.stream()
                .mapToLong(each -> ChronoUnit.DAYS.between(first, each.day()))
                .filter(days -> days >= 0 && days < DAYS)
                .forEach(days -> counts[(int) days]++);
        return counts;
    }

    private static List<Share> maturity(List<BoxCard> cards) {
        return List.of(
                share(cards, "New", card -> card.card().state() == Card.State.NEW),
                share(cards, "Learning", card -> card.card().isInSteps()),
                share(cards, "Young", card -> learned(card) && interval(card) < Card.MATURE_DAYS),
                share(cards, "Mature", card -> learned(card) && interval(card) >= Card.MATURE_DAYS),
                new Share("Laid aside", cards.stream().filter(BoxCard::suspended).count()),
                share(cards, "Leeches", card -> card.card().isLeech()));
    }

    private static Share share(List<BoxCard> cards, String state, Predicate<BoxCard> in) {
        return new Share(
                state, cards.stream().filter(card -> !card.suspended() && in.test(card)).count());
    }

    private static boolean learned(BoxCard card) {
        return card.card().state() == Card.State.REVIEW;
    }

    private static long interval(BoxCard card) {
        return card.card().intervalDays();
    }

    /** A count for each of some days in a row, drawn as bars. */
    public record Bars(List<Bar> bars, int most) {
        public static final int HEIGHT = 100;
        private static final int WIDTH = 20;

        /** Of a picture 100 high, from its left and upper edge. */
        public record Bar(LocalDate day, int count, int x, int y, int height) {}

        static Bars of(LocalDate first, int[] counts) {
            int most = IntStream.of(counts).max().orElse(0);
            return new Bars(
                    IntStream.range(0, counts.length)
                            .mapToObj(i -> bar(first.plusDays(i), counts[i], i, most))
                            .toList(),
                    most);
        }

        private static Bar bar(LocalDate day, int count, int index, int most) {
            int height = most == 0 ? 0 : Math.max(count == 0 ? 0 : 2, count * HEIGHT / most);
            return new Bar(day, count, index * WIDTH, HEIGHT - height, height);
        }

        public int sum() {
            return bars.stream().mapToInt(Bar::count).sum();
        }
    }
}
