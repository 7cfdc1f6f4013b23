package descent.flashcard.study;

import descent.flashcard.own.OwnNotes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Removes a note of somebody's own, with its cards and all that is known of them. */
@ApplicationScoped
public class RemoveNote {
    private final OwnNotes notes;

    RemoveNote(OwnNotes notes) {
        this.notes = notes;
    }

    /**
     * @throws descent.shared.web.Problem 404 when the person has no such note
     */
    @Transactional
    public void remove(UUID personId, String courseId, String note) {
        notes.remove(personId, courseId, note);
        Flashcard.delete("personId = ?1 and courseId = ?2 and note = ?3", personId, courseId, note);
    }
}
