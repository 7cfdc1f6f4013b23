package descent.flashcard.study;

import descent.course.material.Course;
import descent.flashcard.deck.CardKey;
import descent.flashcard.study.LogRow.Kind;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Takes a rating back: the card stands as if it had never been given. */
@ApplicationScoped
public class UndoReview {
    private final CardBoxes boxes;

    UndoReview(CardBoxes boxes) {
        this.boxes = boxes;
    }

    /**
     * Taking back what is taken back already changes nothing.
     *
     * @return the card, to be asked again
     * @throws Problem 404 when the person gave no such rating in this course; 409 when the card was
     *     rated again since
     */
    @Transactional
    public CardKey undo(UUID personId, Course course, UUID review) {
        var rated =
                LogRow.of(personId, review, Kind.REVIEWED)
                        .filter(row -> row.courseId.equals(course.id()))
                        .orElseThrow(() -> Problem.notFound("review"));
        Flashcard row = Flashcard.findById(rated.flashcardId, LockModeType.PESSIMISTIC_WRITE);
        if (LogRow.of(personId, review, Kind.UNDONE).isPresent()) {
            return row.key();
        }
        if (LogRow.isFollowed(rated)) {
            throw Problem.conflict(
                    "This card was rated again or reset since; only the last rating can be taken back.");
        }
        LogRow.undone(row, review, boxes.now(personId)).persist();
        row.stand(LogRow.of(row).replay(SettingsRow.of(personId, course.id()).scheduler()));
        return row.key();
    }
}
