package descent.flashcard;

import descent.flashcard.deck.CardKey;
import descent.flashcard.deck.Deck;
import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.Due;
import descent.flashcard.scheduling.Moment;
import descent.flashcard.scheduling.StudyQueue;
import descent.flashcard.study.CardBox;
import descent.flashcard.study.CardBox.BoxCard;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a box of cards holds for today, as a whole and by deck.
 *
 * @param due to be repeated now
 * @param fresh new ones for today
 * @param later in short steps that end later today
 * @param next when the next card is due, in words; empty when none is planned
 */
public record Overview(int due, int fresh, int later, String next, List<DeckRow> decks) {
    /**
     * A deck of the box.
     *
     * @param seen how many of its cards were asked at least once
     */
    public record DeckRow(Deck deck, int cards, int seen, int due, int fresh, String next) {}

    static Overview of(CardBox box) {
        var queue = box.queue(_ -> true);
        var dueKeys = dueKeys(queue);
        var freshKeys = Set.copyOf(queue.fresh());
        Map<Deck, List<BoxCard>> byDeck =
                box.cards().stream()
                        .collect(
                                Collectors.groupingBy(
                                        card -> card.note().deck(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return new Overview(
                dueKeys.size(),
                freshKeys.size(),
                queue.waiting().size(),
                next(box.cards().stream(), box.now()),
                byDeck.entrySet().stream()
                        .map(entry ->
                                row(
                                        entry.getKey(),
                                        entry.getValue(),
                                        dueKeys,
                                        freshKeys,
                                        box.now()))
                        .toList());
    }

    private static Set<CardKey> dueKeys(StudyQueue<CardKey> queue) {
        return Stream.of(queue.inSteps(), queue.called(), queue.due())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private static DeckRow row(
            Deck deck, List<BoxCard> cards, Set<CardKey> due, Set<CardKey> fresh, Moment now) {
        return new DeckRow(
                deck,
                cards.size(),
                count(cards, card -> card.card().state() != Card.State.NEW),
                count(cards, card -> due.contains(card.key())),
                count(cards, card -> fresh.contains(card.key())),
                next(cards.stream(), now));
    }

    private static int count(List<BoxCard> cards, Predicate<BoxCard> counted) {
        return (int) cards.stream().filter(counted).count();
    }

    private static String next(Stream<BoxCard> cards, Moment now) {
        return cards.filter(card -> !card.suspended() && card.card().state() != Card.State.NEW)
                .map(card -> card.card().due())
                .filter(due -> !due.reached(now))
                .min(Comparator.comparing(due -> sortable(due, now)))
                .map(due -> IntervalWords.until(due, now))
                .orElse("");
    }

    /** Whatever is due to the minute comes before whatever is due on a later day. */
    private static long sortable(Due due, Moment now) {
        return switch (due) {
            case Due.At(var at) -> at.getEpochSecond() - now.at().getEpochSecond();
            case Due.On(var day) -> (day.toEpochDay() - now.day().toEpochDay()) * 86_400 * 2;
        };
    }

    public boolean isDone() {
        return due == 0 && fresh == 0;
    }
}
