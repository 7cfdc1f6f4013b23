package descent.admin;

import descent.account.Person;
import descent.account.people.People;
import descent.account.session.Session;
import descent.account.session.Sessions;
import descent.course.Courses;
import descent.enrolment.CourseAuthors;
import descent.enrolment.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gathers what the page of a person shows. */
@ApplicationScoped
class PersonViews {
    private final People people;
    private final Sessions sessions;
    private final Courses courses;
    private final CourseAuthors authors;
    private final Members members;

    PersonViews(
            People people,
            Sessions sessions,
            Courses courses,
            CourseAuthors authors,
            Members members) {
        this.people = people;
        this.sessions = sessions;
        this.courses = courses;
        this.authors = authors;
        this.members = members;
    }

    /**
     * A person with all that belongs to the account.
     *
     * @param takes courses, those that were left included
     */
    public record PersonView(
            Person person, List<Session> sessions, List<Choice> courses, List<Taken> takes) {}

    /** A course that the person writes, or could. */
    public record Choice(String id, String title, boolean chosen) {}

    /** A course that the person takes, or took. */
    public record Taken(
            String id, String title, String group, Instant since, Optional<Instant> until) {}

    @Transactional
    PersonView of(UUID id) {
        var person = people.person(id);
        var written = authors.coursesOf(id);
        return new PersonView(
                person,
                sessions.of(id),
                courses.ids().stream()
                        .map(course -> new Choice(course, title(course), written.contains(course)))
                        .toList(),
                members.coursesOf(id).stream().map(this::taken).toList());
    }

    private Taken taken(Members.Taken course) {
        return new Taken(
                course.courseId(),
                title(course.courseId()),
                course.group(),
                course.enrolledAt(),
                course.leftAt());
    }

    private String title(String courseId) {
        return courses.find(courseId).map(course -> course.title()).orElse(courseId);
    }
}
