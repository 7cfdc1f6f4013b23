package descent.flashcard.scheduling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a card stands with its learner; what it asks is no matter of the scheduler.
 *
 * @param seed tells this card from others, so that cards learned together do not all come back
 *     together
 * @param step the position among the (re)learning steps; 0 in other states
 * @param memory null for a new card
 * @param reviews how often it was rated since it was new
 * @param lapses how often it was forgotten after it had been learned
 * @param lastReview null for a new card
 * @param called asked for out of turn since its last review, because it seems not to be known
 */
public record Card(
        long seed,
        State state,
        int step,
        @Nullable Memory memory,
        int reviews,
        int lapses,
        @Nullable Moment lastReview,
        Due due,
        boolean called) {
    /** The lapses from which on a card is a leech: it costs more than it is worth as it stands. */
    public static final int LEECH_LAPSES = 8;

    /** The interval, in days, from which on a card counts as mature; Anki's number. */
    public static final int MATURE_DAYS = 21;

    public enum State {
        /** Never rated. */
        NEW,
        /** In its first short steps. */
        LEARNING,
        /** Learned, asked again after days. */
        REVIEW,
        /** Forgotten, in short steps again. */
        RELEARNING
    }

    public Card {
        boolean isNew = state == State.NEW;
        if (isNew != (memory == null) || isNew != (lastReview == null) || isNew != (reviews == 0)) {
            throw new IllegalArgumentException(
                    "a card in state %s has memory %s, last review %s and %d reviews"
                            .formatted(state, memory, lastReview, reviews));
        }
        if (step < 0 || lapses < 0 || lapses > reviews) {
            throw new IllegalArgumentException(
                    "step %d, %d lapses in %d reviews".formatted(step, lapses, reviews));
        }
    }

    /** A card that was never rated; it may be introduced on any day. */
    public static Card fresh(long seed) {
        return new Card(seed, State.NEW, 0, null, 0, 0, null, new Due.On(LocalDate.EPOCH), false);
    }

    public boolean isLeech() {
        return lapses >= LEECH_LAPSES;
    }

    /** Whether it is in its short steps. */
    public boolean isInSteps() {
        return state == State.LEARNING || state == State.RELEARNING;
    }

    /** The days between the last review and the next one; 0 while that is not a matter of days. */
    public long intervalDays() {
        return lastReview != null && due instanceof Due.On(var day)
                ? day.toEpochDay() - lastReview.day().toEpochDay()
                : 0;
    }

    /** Asked for at once, whatever the plan was; the next rating plans it anew. */
    public Card call(Moment now) {
        return due instanceof Due.At(var at) && !at.isAfter(now.at())
                ? withDue(due, true)
                : withDue(new Due.At(now.at()), true);
    }

    Card withDue(Due due, boolean called) {
        return new Card(seed, state, step, memory, reviews, lapses, lastReview, due, called);
    }
}
