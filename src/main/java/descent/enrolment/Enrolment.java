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

    Enrolment(Key key, Instant now) {
        this.key = key;
        this.enrolledAt = now;
    }
}
