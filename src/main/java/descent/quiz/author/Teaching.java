package descent.quiz.author;

import descent.account.CurrentPerson;
import descent.account.Person;
import descent.account.Role;
import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.enrolment.CourseAuthors;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gate before what only the authors of a course may see and do. */
@ApplicationScoped
class Teaching {
    /** A test of a course that the sender of this request looks after. */
    record Taught(Course course, MockTest test) {}

    private final Courses courses;
    private final CourseAuthors authors;
    private final CurrentPerson person;

    Teaching(Courses courses, CourseAuthors authors, CurrentPerson person) {
        this.courses = courses;
        this.authors = authors;
        this.person = person;
    }

    /**
     * @throws Problem 404 when there is no such course for this author
     */
    Course course(String id) {
        var course = courses.course(id);
        authors.require(id);
        return course;
    }

    /**
     * @throws Problem 404 when there is no such course for this author, or no such test
     */
    Taught test(String courseId, String testId) {
        var course = course(courseId);
        return new Taught(course, course.test(testId).orElseThrow(() -> Problem.notFound("test")));
    }

    /** Whose attempts are no learner's: those who write the course, and admins. */
    @Transactional
    Set<UUID> staff(String courseId) {
        List<Person> admins = Person.list("role", Role.ADMIN);
        return Stream.concat(authors.of(courseId).stream(), admins.stream())
                .map(each -> each.id)
                .collect(Collectors.toSet());
    }

    UUID author() {
        return person.requiredId();
    }

    /** People by their ids. */
    @Transactional
    Map<UUID, Person> people(Collection<UUID> ids) {
        var people = new HashMap<UUID, Person>();
        List<Person> found = ids.isEmpty() ? List.of() : Person.list("id in ?1", ids);
        found.forEach(each -> people.put(each.id, each));
        return people;
    }
}
