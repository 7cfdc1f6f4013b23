package descent.activity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One line of the log. */
@Entity
@Immutable
@Table(name = "activity")
class ActivityEntry extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public UUID personId;
    public String courseId;
    public String kind;
    public String subject;

    /** The whole of the activity, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String detail;

    public Instant at;

    protected ActivityEntry() {}

    ActivityEntry(Activity activity, String detail, Instant now) {
        this.personId = activity.personId();
        this.courseId = activity.courseId();
        this.kind = activity.getClass().getSimpleName();
        this.subject = activity.subject();
        this.detail = detail;
        this.at = now;
    }
}
