package descent.flashcard.study;

import descent.flashcard.deck.CardKey;
import descent.flashcard.deck.Note;
import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.DailyLimits;
import descent.flashcard.scheduling.Moment;
import descent.flashcard.scheduling.Rating;
import descent.flashcard.scheduling.Scheduler;
import descent.flashcard.scheduling.StudyQueue;
import descent.flashcard.scheduling.StudyQueue.Candidate;
import descent.flashcard.scheduling.StudyQueue.Done;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All cards of a person in a course, as they stand at a moment.
 *
 * @param cards in the order in which they are introduced
 * @param done what was asked today already
 * @param lastReview of today, if there was one that may be taken back
 */
public record CardBox(
        List<BoxCard> cards,
        StudySettings settings,
        Done done,
        @Nullable UUID lastReview,
        Moment now) {
    /** A card with where it stands. */
    public record BoxCard(CardKey key, Note note, Card card, boolean suspended) {}

    public CardBox {
        cards = List.copyOf(cards);
    }

    public Scheduler scheduler() {
        return settings.scheduler();
    }

    /**
     * What each button would do. Should the clock have been put back, as if it were still the time
     * of the last review.
     */
    public Map<Rating, Card> outcomes(BoxCard asked) {
        var last = asked.card().lastReview();
        return scheduler()
                .preview(asked.card(), last != null && last.at().isAfter(now.at()) ? last : now);
    }

    /** What is asked today, of these cards. */
    public StudyQueue<CardKey> queue(Predicate<BoxCard> asked) {
        var candidates =
                cards.stream()
                        .filter(card -> !card.suspended() && asked.test(card))
                        .map(card -> new Candidate<>(card.key(), card.note().id(), card.card()))
                        .toList();
        return StudyQueue.of(candidates, limits(), done, now);
    }

    /** By its key, or by the id of its note: then the first one that is made of it. */
    public Optional<BoxCard> named(String text) {
        return cards.stream()
                .filter(card ->
                        card.key().toString().equals(text) || card.key().note().equals(text))
                .findFirst();
    }

    public Optional<BoxCard> find(CardKey key) {
        return cards.stream().filter(card -> card.key().equals(key)).findFirst();
    }

    /** Of today: before an exam there are more new cards. */
    public DailyLimits limits() {
        int unseen =
                (int)
                        cards.stream()
                                .filter(card ->
                                        !card.suspended() && card.card().state() == Card.State.NEW)
                                .count();
        return settings.limits().raisedFor(settings.exam(), unseen + done.newCards(), now.day());
    }
}
