package descent.flashcard.study;

import descent.course.material.Course;
import descent.flashcard.deck.CardKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Lays a card aside, takes it up again, or lets it begin anew. */
@ApplicationScoped
public class TendCard {
    private final CardBoxes boxes;

    TendCard(CardBoxes boxes) {
        this.boxes = boxes;
    }

    /**
     * A card that is laid aside is not asked, whatever happens.
     *
     * @throws descent.shared.web.Problem 404 when the person has no such card, as of the others
     */
    @Transactional
    public void suspend(UUID personId, Course course, CardKey key) {
        var row = row(personId, course, key);
        if (!row.isSuspended()) {
            row.suspendedAt = boxes.now(personId).at();
        }
    }

    @Transactional
    public void resume(UUID personId, Course course, CardKey key) {
        row(personId, course, key).suspendedAt = null;
    }

    /** As if it had never been asked; what happened stays in the log. */
    @Transactional
    public void reset(UUID personId, Course course, CardKey key) {
        var row = row(personId, course, key);
        if (row.reviews > 0 || row.called) {
            LogRow.reset(row, boxes.now(personId)).persist();
            row.stand(LogRow.of(row).replay(SettingsRow.of(personId, course.id()).scheduler()));
        }
    }

    private Flashcard row(UUID personId, Course course, CardKey key) {
        boxes.note(personId, course, key);
        return Flashcard.locked(personId, course.id(), key);
    }
}
