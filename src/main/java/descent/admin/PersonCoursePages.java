package descent.admin;

import descent.account.Role;
import descent.account.people.ManagePeople;
import descent.account.people.People;
import descent.course.Courses;
import descent.enrolment.CourseAuthors;
import descent.enrolment.Enrol;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The courses that a person writes, and those that a person takes. */
@Path("/admin/people/{person}/courses")
@RolesAllowed("admin")
public class PersonCoursePages {
    private final People people;
    private final ManagePeople manage;
    private final Courses courses;
    private final CourseAuthors authors;
    private final Enrol enrol;

    PersonCoursePages(
            People people,
            ManagePeople manage,
            Courses courses,
            CourseAuthors authors,
            Enrol enrol) {
        this.people = people;
        this.manage = manage;
        this.courses = courses;
        this.authors = authors;
        this.enrol = enrol;
    }

    /** Whoever gets a course to write becomes an author by it. */
    @POST
    @Path("written")
    @Transactional
    public Response written(@RestPath UUID person, @RestForm List<String> course) {
        course.forEach(courses::course);
        var who = people.person(person);
        authors.set(person, Set.copyOf(course));
        if (who.role == Role.LEARNER && !course.isEmpty()) {
            manage.give(person, Role.AUTHOR);
        }
        return done(person, "courses");
    }

    @POST
    @Path("enrol")
    public Response enrol(@RestPath UUID person, @RestForm @DefaultValue("") String course) {
        people.person(person);
        enrol.let(person, courses.course(course).id());
        return done(person, "enrolled");
    }

    @POST
    @Path("remove")
    public Response remove(@RestPath UUID person, @RestForm @DefaultValue("") String course) {
        people.person(person);
        enrol.remove(person, course);
        return done(person, "removed");
    }

    private static Response done(UUID person, String what) {
        return Response.seeOther(URI.create("/admin/people/" + person + "?done=" + what)).build();
    }
}
