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

    ReadingPlace(Key key) {
        this.key = key;
    }

    public static Optional<ReadingPlace> of(UUID personId, String courseId) {
        return findByIdOptional(new Key(personId, courseId));
    }

    void move(String lessonId, String section, Instant now) {
        this.lessonId = lessonId;
        this.section = section;
        this.at = now;
    }
}
