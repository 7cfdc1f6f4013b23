package descent.enrolment.announcement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a course's authors tell those who take it; plain text. */
@Entity
public class Announcement extends PanacheEntityBase {
    @Id public UUID id;
    public String courseId;

    /** For whom; empty for all. */
    public String groupName;

    /** Empty when the author has left. */
    public @Nullable UUID authorId;

    public String title;
    public String text;
    public Instant publishedAt;

    protected Announcement() {}

    Announcement(
            String courseId,
            String groupName,
            UUID authorId,
            String title,
            String text,
            Instant now) {
        this.id = UUID.randomUUID();
        this.courseId = courseId;
        this.groupName = groupName;
        this.authorId = authorId;
        this.title = title;
        this.text = text;
        this.publishedAt = now;
    }
}
