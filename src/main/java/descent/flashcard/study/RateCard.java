package descent.flashcard.study;

import descent.activity.Activity.CardReviewed;
import descent.activity.ActivityLog;
import descent.course.material.Course;
import descent.flashcard.deck.CardKey;
import descent.flashcard.scheduling.Card;
import descent.flashcard.scheduling.Rating;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;

/** Takes a rating: the card moves on, the log grows. */
@ApplicationScoped
public class RateCard {
    private final CardBoxes boxes;
    private final ActivityLog activities;

    RateCard(CardBoxes boxes, ActivityLog activities) {
        this.boxes = boxes;
        this.activities = activities;
    }

    /**
     * A rating as it was sent.
     *
     * @param review chosen when the card was asked: the same review sent again changes nothing
     * @param seen how many reviews the card had when it was asked
     */
    public record NewReview(UUID review, CardKey card, int seen, Rating rating) {}

    /**
     * @throws Problem 404 when the person has no such card; 409 when it stands elsewhere than where
     *     it was asked, or the review would be before the last one
     */
    @Transactional
    public void rate(UUID personId, Course course, NewReview sent) {
        boxes.note(personId, course, sent.card());
        var row = Flashcard.locked(personId, course.id(), sent.card());
        var known = LogRow.of(personId, sent.review(), LogRow.Kind.REVIEWED);
        if (known.isPresent()) {
            requireSame(known.get(), row, sent);
            return;
        }
        var card = row.card();
        var now = boxes.now(personId);
        requireCurrent(row, card, sent);
        var last = card.lastReview();
        if (last != null && now.at().isBefore(last.at())) {
            throw Problem.conflict(
                    "A review cannot be before the last one of the same card, which was at %s."
                            .formatted(last.at()));
        }
        var scheduler = SettingsRow.of(personId, course.id()).scheduler();
        var expected = scheduler.retrievability(card, now.day());
        LogRow.reviewed(row, sent.review(), sent.rating(), turn(card), expected, now).persist();
        row.stand(scheduler.review(card, sent.rating(), now));
        activities.record(
                new CardReviewed(
                        personId,
                        course.id(),
                        sent.card().toString(),
                        sent.rating().name().toLowerCase(Locale.ROOT)));
    }

    private static void requireSame(LogRow known, Flashcard row, NewReview sent) {
        if (known.flashcardId != row.id) {
            throw Problem.conflict("The review %s was of another card.".formatted(sent.review()));
        }
    }

    private static void requireCurrent(Flashcard row, Card card, NewReview sent) {
        if (row.isSuspended()) {
            throw Problem.conflict("This card is suspended. Take it up again before it is rated.");
        }
        if (card.reviews() != sent.seen()) {
            throw Problem.conflict(
                    "This card was rated in another window meanwhile. Nothing is changed; go on with the next card.");
        }
    }

    private static LogRow.Turn turn(Card card) {
        if (card.called()) {
            return LogRow.Turn.CALLED;
        }
        return switch (card.state()) {
            case NEW -> LogRow.Turn.NEW;
            case LEARNING, RELEARNING -> LogRow.Turn.STEP;
            case REVIEW -> LogRow.Turn.DUE;
        };
    }
}
