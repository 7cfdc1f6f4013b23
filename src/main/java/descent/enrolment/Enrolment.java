package descent.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a person takes a course. */
@Entity
class Enrolment extends PanacheEntityBase {
    /** Once for each person and course. */
    @Embeddable
    record Key(UUID personId, String courseId) {}

    @EmbeddedId public Key key;
    public Instant enrolledAt;

    /** Since when the person does not take the course any more. */
    public @Nullable Instant leftAt;

    /** Whether it was the course's author who ended it: then there is no way back but another's. */
    public boolean removed;

    /** A group within the course; empty for none. */
    public String groupName = "";

    protected Enrolment() {}

    /** Made where there is none. Of two clicks that come at once, one makes the row. */
    static Enrolment begun(Key key, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        "insert into enrolment (person_id, course_id, enrolled_at) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, key.personId())
                .setParameter(2, key.courseId())
                .setParameter(3, now)
                .executeUpdate();
        return Enrolment.<Enrolment>findByIdOptional(key).orElseThrow();
    }
}
