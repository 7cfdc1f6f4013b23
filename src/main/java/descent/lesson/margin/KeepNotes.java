package descent.lesson.margin;

import descent.shared.Turn;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps what readers put into the margins of lessons. */
@ApplicationScoped
public class KeepNotes {
    /** Of one person in one course. */
    private static final int MOST = 2_000;

    private final Clock clock;

    KeepNotes(Clock clock) {
        this.clock = clock;
    }

    @Transactional
    public Margin margin(UUID personId, String courseId, String lessonId) {
        return new Margin(MarginNote.in(courseId, lessonId, personId));
    }

    @Transactional
    List<MarginNote> all(UUID personId, String courseId) {
        return MarginNote.in(courseId, personId);
    }

    @Transactional
    MarginNote note(UUID id, UUID personId, String courseId) {
        return MarginNote.of(id, personId, courseId);
    }

    /**
     * @param typed without an error
     * @throws Problem 409 when there are too many
     */
    @Transactional
    void add(UUID personId, String courseId, String lessonId, TypedNote typed) {
        Turn.take("notes of " + personId);
        if (MarginNote.count(personId, courseId) >= MOST) {
            throw Problem.conflict(
                    "You have %d notes in this course, which is as many as are kept. Remove some first."
                            .formatted(MOST));
        }
        new MarginNote(personId, courseId, lessonId, typed, clock.instant()).persist();
    }

    /** Twice is once. */
    @Transactional
    void bookmark(UUID personId, String courseId, String lessonId, String section, boolean wanted) {
        var there = margin(personId, courseId, lessonId).beside(section).bookmarks();
        if (!wanted) {
            there.forEach(MarginNote::delete);
        } else if (there.isEmpty()) {
            add(personId, courseId, lessonId, new TypedNote(section, Passage.WHOLE, ""));
        }
    }

    /**
     * @param typed without an error, its passage the one that the note is about
     */
    @Transactional
    void change(UUID id, UUID personId, String courseId, TypedNote typed) {
        MarginNote.of(id, personId, courseId).text = typed.text();
    }

    /** Returns what it was. */
    @Transactional
    MarginNote remove(UUID id, UUID personId, String courseId) {
        var note = MarginNote.of(id, personId, courseId);
        note.delete();
        return note;
    }
}
