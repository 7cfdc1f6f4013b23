package descent.enrolment;

import descent.account.CurrentPerson;
import descent.enrolment.Enrolment.Key;
import descent.shared.web.Problem;
import descent.shared.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The gate before what only those may do who take a course. */
@ApplicationScoped
public class Enrolments {
    private final CurrentPerson person;
    private final CourseAuthors authors;
    private final Times times;
    private final Clock clock;

    Enrolments(CurrentPerson person, CourseAuthors authors, Times times, Clock clock) {
        this.person = person;
        this.authors = authors;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Whether the sender of this request takes the course, or is an author who looks at it as if.
     */
    @Transactional
    public boolean isEnrolled(String courseId) {
        return person.viewedCourse().filter(courseId::equals).isPresent()
                || person.id().map(id -> isEnrolled(id, courseId)).orElse(false);
    }

    @Transactional
    public boolean isEnrolled(UUID personId, String courseId) {
        return Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId))
                .map(enrolment -> enrolment.leftAt == null)
                .orElse(false);
    }

    /** The ids of the courses that somebody takes. */
    @Transactional
    public Set<String> coursesOf(UUID personId) {
        return Enrolment.<Enrolment>list("key.personId = ?1 and leftAt is null", personId).stream()
                .map(enrolment -> enrolment.key.courseId())
                .collect(Collectors.toSet());
    }

    /** How the sender of this request stands to the course. */
    @Transactional
    public CourseStanding standing(String courseId) {
        return CourseStanding.of(
                isEnrolled(courseId),
                authors.isAuthor(courseId),
                CourseRule.of(courseId),
                clock.instant());
    }

    /** The group within the course; empty for none. */
    @Transactional
    public String groupOf(UUID personId, String courseId) {
        return Enrolment.<Enrolment>findByIdOptional(new Key(personId, courseId))
                .map(enrolment -> enrolment.groupName)
                .orElse("");
    }

    /** The groups within the course of those who are in one. */
    @Transactional
    public Map<UUID, String> groupsOf(Collection<UUID> people, String courseId) {
        return Enrolment.<Enrolment>list(
                        "key.courseId = ?1 and key.personId in ?2 and groupName <> ''",
                        courseId,
                        people)
                .stream()
                .collect(
                        Collectors.toMap(
                                enrolment -> enrolment.key.personId(),
                                enrolment -> enrolment.groupName));
    }

    /**
     * Lets the sender of this request through when enrolled, while the course takes place.
     *
     * @return who it is
     * @throws io.quarkus.security.UnauthorizedException for a visitor, who is led to the sign-in
     *     page
     * @throws NotEnrolled for somebody else, who is shown the button to enrol, and led back
     * @throws Problem 409 before the course begins and after it has ended
     */
    @Transactional
    public UUID requireEnrolled(String courseId) {
        var id = requireTaken(courseId);
        mustTakePlace(CourseRule.of(courseId));
        return id;
    }

    /** The same also before the course begins and after it has ended. */
    @Transactional
    public UUID requireTaken(String courseId) {
        var id = person.requiredId();
        if (!isEnrolled(courseId)) {
            throw new NotEnrolled(courseId);
        }
        return id;
    }

    private void mustTakePlace(CourseRule rule) {
        var now = clock.instant();
        if (rule.beginsAt != null && !rule.hasBegun(now)) {
            throw Problem.conflict(
                    "This course begins on " + times.dateTimeZone(rule.beginsAt) + ".");
        }
        if (rule.endsAt != null && rule.hasEnded(now)) {
            throw Problem.conflict(
                    "This course ended on %s. Its lessons can still be read, and your results are kept."
                            .formatted(times.dateTimeZone(rule.endsAt)));
        }
    }
}
