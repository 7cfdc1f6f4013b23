package descent.flashcard.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked now, in order: cards whose short step is over, then cards called out of turn, then
 * those due today, then new ones.
 *
 * <p>Of the cards of one note (its siblings) only one is asked in a day, since the answer to one
 * gives the other away; short steps and calls go before that rule.
 *
 * @param inSteps in short steps, and due
 * @param waiting in short steps, due later today
 * @param <K> what the caller knows a card by
 */
public record StudyQueue<K>(
        List<K> inSteps, List<K> called, List<K> due, List<K> fresh, List<Waiting<K>> waiting) {
    /** Rather than wait so long, one is asked a card of the short steps before its time; Anki's. */
    static final Duration LEARN_AHEAD = Duration.ofMinutes(20);

    /**
     * A card of the learner's that is not suspended.
     *
     * @param note equal for siblings
     */
    public record Candidate<K>(K key, Object note, Card card) {}

    /** What was done in this day of the learner's so far. */
    public record Done(int newCards, int reviews, Set<?> notes) {
        public static final Done NOTHING = new Done(0, 0, Set.of());

        public Done {
            notes = Set.copyOf(notes);
        }
    }

    /** A card whose step ends later. */
    public record Waiting<K>(K key, Instant until) {}

    public StudyQueue {
        inSteps = List.copyOf(inSteps);
        called = List.copyOf(called);
        due = List.copyOf(due);
        fresh = List.copyOf(fresh);
        waiting = List.copyOf(waiting);
    }

    /**
     * @param cards new ones in the order in which they are to be introduced
     */
    public static <K> StudyQueue<K> of(
            List<Candidate<K>> cards, DailyLimits limits, Done done, Moment now) {
        var inSteps = cards.stream().filter(c -> c.card().isInSteps() && !c.card().called());
        var ordered = inSteps.sorted(Comparator.comparing(c -> until(c.card(), now))).toList();
        var ended = ordered.stream().filter(c -> c.card().due().reached(now)).toList();
        var called = cards.stream().filter(c -> c.card().called()).toList();

        var notes = new HashSet<Object>(done.notes());
        Stream.of(ordered, called).flatMap(List::stream).forEach(c -> notes.add(c.note()));
        var due =
                cards.stream()
                        .filter(c ->
                                takesItsTurn(c, Card.State.REVIEW) && c.card().due().reached(now))
                        .sorted(
                                Comparator.<Candidate<K>>comparingLong(c -> -overdue(c.card(), now))
                                        .thenComparingLong(c -> c.card().seed()))
                        .toList();
        var fresh = cards.stream().filter(c -> takesItsTurn(c, Card.State.NEW)).toList();
        return new StudyQueue<>(
                keys(ended),
                keys(called),
                firstOfEachNote(due, notes, limits.reviews() - done.reviews()),
                firstOfEachNote(fresh, notes, limits.newCards() - done.newCards()),
                ordered.stream()
                        .filter(c -> !c.card().due().reached(now))
                        .map(c -> new Waiting<>(c.key(), until(c.card(), now)))
                        .toList());
    }

    /** The card to ask now. */
    public Optional<K> next(Moment now) {
        return Stream.of(inSteps, called, due, fresh)
                .flatMap(List::stream)
                .findFirst()
                .or(() ->
                        waiting.stream()
                                .filter(w -> !w.until().isAfter(now.at().plus(LEARN_AHEAD)))
                                .map(Waiting::key)
                                .findFirst());
    }

    /** How many are asked today, as far as it is known now. */
    public int size() {
        return inSteps.size() + waiting.size() + called.size() + due.size() + fresh.size();
    }

    private static boolean takesItsTurn(Candidate<?> candidate, Card.State state) {
        return candidate.card().state() == state && !candidate.card().called();
    }

    private static Instant until(Card card, Moment now) {
        return card.due() instanceof Due.At(var at) ? at : now.at();
    }

    private static long overdue(Card card, Moment now) {
        return card.due() instanceof Due.On(var day)
                ? now.day().toEpochDay() - day.toEpochDay()
                : 0;
    }

    private static <K> List<K> firstOfEachNote(
            List<Candidate<K>> cards, Set<Object> taken, int limit) {
        var first = new ArrayList<K>();
        for (var candidate : cards) {
            if (first.size() < limit && taken.add(candidate.note())) {
                first.add(candidate.key());
            }
        }
        return first;
    }

    private static <K> List<K> keys(List<Candidate<K>> cards) {
        return cards.stream().map(Candidate::key).toList();
    }
}
