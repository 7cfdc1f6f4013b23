package descent.enrolment;

import descent.account.CurrentPerson;
import descent.account.Person;
import descent.account.Role;
import descent.enrolment.Enrolment.Key;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.web.Problem;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who writes which course. The role of an author opens the editor; which courses it opens stands
 * here. Admins write all.
 */
@ApplicationScoped
public class CourseAuthors {
    private final CurrentPerson person;
    private final AuditLog audit;
    private final Clock clock;

    CourseAuthors(CurrentPerson person, AuditLog audit, Clock clock) {
        this.person = person;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the sender of this request writes the course. */
    @Transactional
    public boolean isAuthor(String courseId) {
        return person.is(Role.ADMIN)
                || person.is(Role.AUTHOR)
                        && CourseAuthor.findByIdOptional(new Key(person.requiredId(), courseId))
                                .isPresent();
    }

    /**
     * Lets the sender of this request through who writes the course.
     *
     * @return who it is
     * @throws Problem 404 for somebody else
     * @throws ForbiddenException for an admin who has to type the password again first
     */
    @Transactional
    public UUID require(String courseId) {
        if (isAuthor(courseId)) {
            return person.requiredId();
        }
        throw person.couldDoMore() ? new ForbiddenException() : Problem.notYours("course of yours");
    }

    /** Whether somebody writes the course: for what is done later, and not by a request. */
    @Transactional
    public boolean writes(UUID personId, String courseId) {
        return Person.<Person>findByIdOptional(personId)
                .filter(each -> each.disabledAt == null)
                .filter(each ->
                        each.role == Role.ADMIN
                                || each.role == Role.AUTHOR
                                        && CourseAuthor.findByIdOptional(
                                                        new Key(personId, courseId))
                                                .isPresent())
                .isPresent();
    }

    /** The ids of the courses that somebody writes. */
    @Transactional
    public Set<String> coursesOf(UUID personId) {
        return CourseAuthor.<CourseAuthor>list("key.personId", personId).stream()
                .map(each -> each.key.courseId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those who write a course, by name. */
    @Transactional
    public List<Person> of(String courseId) {
        return Person.list(
                "from Person p where exists (select 1 from CourseAuthor a"
                        + " where a.key.personId = p.id and a.key.courseId = ?1) order by lower(p.name)",
                courseId);
    }

    /** Gives somebody these courses to write, and no others. */
    @Transactional
    public void set(UUID personId, Set<String> courseIds) {
        var before = coursesOf(personId);
        for (var course : without(courseIds, before)) {
            new CourseAuthor(new Key(personId, course), clock.instant()).persist();
            changed(personId, "author of", course);
        }
        for (var course : without(before, courseIds)) {
            CourseAuthor.deleteById(new Key(personId, course));
            changed(personId, "no author any more of", course);
        }
    }

    private void changed(UUID personId, String how, String course) {
        audit.record(AuditAction.ROLE_CHANGED, AuditSubject.person(personId), Map.of(how, course));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
