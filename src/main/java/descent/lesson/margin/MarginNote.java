package descent.lesson.margin;

import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that a reader put beside a section: a note on it, a highlighted passage with or without
 * a note, or, where there is neither, a bookmark.
 */
@Entity
public class MarginNote extends PanacheEntityBase {
    @Id public UUID id;
    public UUID personId;
    public String courseId;
    public String lessonId;
    public String section;
    @Embedded public Passage passage;
    public String text;
    public Instant at;

    protected MarginNote() {}

    MarginNote(UUID personId, String courseId, String lessonId, TypedNote typed, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.courseId = courseId;
        this.lessonId = lessonId;
        this.section = typed.section();
        this.passage = typed.passage();
        this.text = typed.text();
        this.at = now;
    }

    /** In a course, the oldest first. */
    static List<MarginNote> in(String courseId, UUID personId) {
        return list("personId = ?1 and courseId = ?2 order by at, id", personId, courseId);
    }

    static List<MarginNote> in(String courseId, String lessonId, UUID personId) {
        return list(
                "personId = ?1 and courseId = ?2 and lessonId = ?3 order by at, id",
                personId,
                courseId,
                lessonId);
    }

    /** How many there are in a course. */
    public static long count(UUID personId, String courseId) {
        return count("personId = ?1 and courseId = ?2", personId, courseId);
    }

    /**
     * @throws Problem 404 when there is none, or it is another's
     */
    static MarginNote of(UUID id, UUID personId, String courseId) {
        var note =
                MarginNote.<MarginNote>findByIdOptional(id)
                        .filter(each -> each.courseId.equals(courseId))
                        .orElseThrow(() -> Problem.notFound("note"));
        if (!note.personId.equals(personId)) {
            throw Problem.notYours("note");
        }
        return note;
    }

    public boolean isBookmark() {
        return passage.isWhole() && text.isEmpty();
    }

    String lessonPath() {
        return "/courses/%s/lessons/%s".formatted(courseId, lessonId);
    }
}
