package descent.lesson.reading;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where somebody was last in the lessons of a course. */
@Entity
public class ReadingPlace extends PanacheEntityBase {
    @Embeddable
    record Key(UUID personId, String courseId) {}

    @EmbeddedId public Key key;

    public String lessonId = "";

    /** Empty: at the beginning. */
    public String section = "";

    public Instant at = Instant.EPOCH;

    protected ReadingPlace() {}

    public static Optional<ReadingPlace> of(UUID personId, String courseId) {
        return findByIdOptional(new Key(personId, courseId));
    }

    /** Nowhere yet. Two of somebody's first pages may come at once: one of them makes the row. */
    static ReadingPlace begun(UUID personId, String courseId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into reading_place (person_id, course_id, lesson_id, section, at) values (?1, ?2, '', '', ?3) on conflict do nothing")
                .setParameter(1, personId)
                .setParameter(2, courseId)
                .setParameter(3, Instant.EPOCH)
                .executeUpdate();
        return of(personId, courseId).orElseThrow();
    }

    void move(String lessonId, String section, Instant now) {
        this.lessonId = lessonId;
        this.section = section;
        this.at = now;
    }
}
