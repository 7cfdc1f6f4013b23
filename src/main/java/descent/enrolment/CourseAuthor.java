package descent.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;

/** That a person writes a course. */
@Entity
class CourseAuthor extends PanacheEntityBase {
    @EmbeddedId public Enrolment.Key key;
    public Instant since;

    protected CourseAuthor() {}

    CourseAuthor(Enrolment.Key key, Instant now) {
        this.key = key;
        this.since = now;
    }
}
