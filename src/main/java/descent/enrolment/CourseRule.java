package descent.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who may enrol in a course, and when it takes place. */
@Entity
public class CourseRule extends PanacheEntityBase {
    @Id public String courseId;

    @Enumerated(EnumType.STRING)
    public Admission admission = Admission.OPEN;

    /** What is typed to enrol; empty unless {@link #admission} asks for it. */
    public String code = "";

    public @Nullable Instant beginsAt;
    public @Nullable Instant endsAt;

    protected CourseRule() {}

    CourseRule(String courseId) {
        this.courseId = courseId;
    }

    /** As it stands; where nobody has said anything the course is open. */
    public static CourseRule of(String courseId) {
        return CourseRule.<CourseRule>findByIdOptional(courseId)
                .orElseGet(() -> new CourseRule(courseId));
    }

    boolean hasBegun(Instant now) {
        return beginsAt == null || !now.isBefore(beginsAt);
    }

    boolean hasEnded(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    /** Codes are passed on by voice and on paper: case and spaces do not matter. */
    boolean isCode(String typed) {
        return !code.isEmpty() && plain(code).equals(plain(typed));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
