package descent.flashcard.scheduling;

import descent.flashcard.scheduling.Card.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Turns a card and a rating into the card after it: FSRS-6 with short learning and relearning
 * steps, as py-fsrs has them. Holds no state; one may be shared.
 *
 * <p>Intervals of days count the learner's days, not spans of 24 hours: a card rated on Monday
 * night with an interval of one day is asked on Tuesday, from its beginning on.
 */
public final class Scheduler {
    private final MemoryModel model;
    private final SchedulerSettings settings;
    private final Planner planner;

    public Scheduler(MemoryModel model, SchedulerSettings settings) {
        this.model = model;
        this.settings = settings;
        this.planner = new Planner(model, settings);
    }

    /** With the default weights of FSRS-6. */
    public Scheduler(SchedulerSettings settings) {
        this(new MemoryModel(Parameters.DEFAULT), settings);
    }

    /**
     * The card after it was rated.
     *
     * @throws IllegalArgumentException when {@code now} is before the card's last review
     */
    public Card review(Card card, Rating rating, Moment now) {
        return review(card, rating, remembered(card, rating, now), now);
    }

    /** What each button would do. */
    public Map<Rating, Card> preview(Card card, Moment now) {
        var outcomes = new EnumMap<Rating, Card>(Rating.class);
        for (var rating : Rating.values()) {
            outcomes.put(rating, review(card, rating, now));
        }
        return outcomes;
    }

    /**
     * The card as it would be planned had these settings been in force at its last review. Cards in
     * their short steps and cards called out of turn stay as they are.
     */
    public Card replan(Card card) {
        return card.state() == State.REVIEW
                        && !card.called()
                        && card.memory() != null
                        && card.lastReview() != null
                ? learned(card, card.memory(), card.lastReview())
                : card;
    }

    /** The probability that the card is recalled on a day; nothing is known of a new card. */
    public OptionalDouble retrievability(Card card, LocalDate day) {
        return card.memory() == null || card.lastReview() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        model.retrievability(
                                card.memory(),
                                day.toEpochDay() - card.lastReview().day().toEpochDay()));
    }

    private Memory remembered(Card card, Rating rating, Moment now) {
        var last = card.lastReview();
        if (card.memory() == null || last == null) {
            return model.first(rating);
        }
        if (now.at().isBefore(last.at())) {
            throw new IllegalArgumentException(
                    "a review at %s is before the last one at %s".formatted(now.at(), last.at()));
        }
        return model.next(card.memory(), rating, now.daysSince(last));
    }

    private Card review(Card card, Rating rating, Memory memory, Moment now) {
        boolean lapse = card.state() == State.REVIEW && rating == Rating.AGAIN;
        var rated =
                new Card(
                        card.seed(),
                        card.state() == State.NEW ? State.LEARNING : card.state(),
                        card.step(),
                        memory,
                        card.reviews() + 1,
                        card.lapses() + (lapse ? 1 : 0),
                        now,
                        card.due(),
                        false);
        return switch (rated.state()) {
            case NEW -> throw new IllegalStateException("a rated card is not new");
            case LEARNING -> inSteps(rated, memory, settings.learningSteps(), rating, now);
            case RELEARNING -> inSteps(rated, memory, settings.relearningSteps(), rating, now);
            case REVIEW ->
                    lapse && !settings.relearningSteps().isEmpty()
                            ? atStep(
                                    rated,
                                    State.RELEARNING,
                                    0,
                                    settings.relearningSteps().getFirst(),
                                    now)
                            : learned(rated, memory, now);
        };
    }

    /**
     * Again goes back to the first step, Hard stays, Good goes on, Easy leaves the steps, as does
     * Good from the last one. A card may stand beyond the last step when the steps were made fewer.
     */
    private Card inSteps(
            Card card, Memory memory, List<Duration> steps, Rating rating, Moment now) {
        int step = card.step();
        if (steps.isEmpty() || (step >= steps.size() && rating.recalled())) {
            return learned(card, memory, now);
        }
        return switch (rating) {
            case AGAIN -> atStep(card, card.state(), 0, steps.getFirst(), now);
            case HARD -> atStep(card, card.state(), step, hardDelay(steps, step), now);
            case GOOD ->
                    step + 1 == steps.size()
                            ? learned(card, memory, now)
                            : atStep(card, card.state(), step + 1, steps.get(step + 1), now);
            case EASY -> learned(card, memory, now);
        };
    }

    /** On the first step halfway to the second, or half as long again where there is no second. */
    private static Duration hardDelay(List<Duration> steps, int step) {
        var delay = steps.get(step);
        if (step > 0) {
            return delay;
        }
        return steps.size() == 1
                ? delay.multipliedBy(3).dividedBy(2)
                : delay.plus(steps.get(1)).dividedBy(2);
    }

    private static Card atStep(Card card, State state, int step, Duration delay, Moment now) {
        return new Card(
                card.seed(),
                state,
                step,
                card.memory(),
                card.reviews(),
                card.lapses(),
                now,
                new Due.At(now.at().plus(delay)),
                false);
    }

    private Card learned(Card card, Memory memory, Moment lastReview) {
        int days = planner.interval(memory, lastReview.day(), card.seed(), card.reviews());
        return new Card(
                card.seed(),
                State.REVIEW,
                0,
                memory,
                card.reviews(),
                card.lapses(),
                lastReview,
                new Due.On(lastReview.day().plusDays(days)),
                false);
    }
}
