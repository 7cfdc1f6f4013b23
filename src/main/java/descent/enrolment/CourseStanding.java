package descent.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the reader of a course's page stands to it.
 *
 * @param author whether it is one of the course's authors
 * @param beginsAt when the course begins, while it has not
 * @param endedAt when the course ended, once it has
 */
public record CourseStanding(
        boolean enrolled,
        boolean author,
        Admission admission,
        @Nullable Instant beginsAt,
        @Nullable Instant endedAt) {
    /** Somebody who has nothing to do with a course that is open at any time. */
    public static final CourseStanding STRANGER =
            new CourseStanding(false, false, Admission.OPEN, null, null);

    static CourseStanding of(boolean enrolled, boolean author, CourseRule rule, Instant now) {
        return new CourseStanding(
                enrolled,
                author,
                rule.admission,
                rule.hasBegun(now) ? null : rule.beginsAt,
                rule.hasEnded(now) ? rule.endsAt : null);
    }

    public boolean isOpen() {
        return admission == Admission.OPEN && endedAt == null;
    }
}
