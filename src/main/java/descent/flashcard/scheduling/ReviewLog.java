package descent.flashcard.scheduling;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * All that ever happened to one card, in order. Nothing is taken out of it or changed: an undo is
 * one more entry. The card follows from its log alone, so a log replayed gives the card that is
 * stored.
 */
public record ReviewLog(long seed, List<Entry> entries) {
    /** One thing that happened. */
    public sealed interface Entry {
        Moment moment();
    }

    /** The card was rated. */
    public record Reviewed(UUID id, Rating rating, Moment moment) implements Entry {}

    /** The card was asked for out of turn: a question that it would have helped with was missed. */
    public record Called(Moment moment) implements Entry {}

    /** The learner began anew with the card. */
    public record Reset(Moment moment) implements Entry {}

    /** The rating with this id is taken back, as if it had never been given. */
    public record Undone(UUID id, Moment moment) implements Entry {}

    public ReviewLog {
        entries = List.copyOf(entries);
    }

    /** The card that these entries lead to. */
    public Card replay(Scheduler scheduler) {
        var undone = new HashSet<UUID>();
        for (var entry : entries) {
            if (entry instanceof Undone(var id, _)) {
                undone.add(id);
            }
        }
        var card = Card.fresh(seed);
        for (var entry : entries) {
            card =
                    switch (entry) {
                        case Reviewed(var id, var rating, var now) ->
                                undone.contains(id) ? card : scheduler.review(card, rating, now);
                        case Called(var now) -> card.call(now);
                        case Reset _ -> Card.fresh(seed);
                        case Undone _ -> card;
                    };
        }
        return card;
    }
}
