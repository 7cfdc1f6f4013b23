package descent.lesson.reading;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.enrolment.Enrolments;
import descent.shared.web.Problem;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What a reader tells of the reading: how far it went, and that it is done. */
@Path("/courses/{course}/lessons/{lesson}")
@Authenticated
public class ReadingPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final FollowReading reading;

    ReadingPages(Courses courses, Enrolments enrolments, FollowReading reading) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.reading = reading;
    }

    /** By script, while scrolling; empty for the beginning. */
    @POST
    @Path("place")
    public void place(
            @RestPath String course,
            @RestPath String lesson,
            @RestForm @DefaultValue("") String section) {
        enrolments.requireEnrolled(course);
        var known = lesson(courses.course(course), lesson);
        if (!section.isEmpty() && known.section(section).isEmpty()) {
            throw Problem.notFound("section");
        }
        reading.reached(course, lesson, section);
    }

    @POST
    @Path("read")
    public Response read(@RestPath("course") String id, @RestPath("lesson") String lessonId) {
        enrolments.requireEnrolled(id);
        var course = courses.course(id);
        var lesson = lesson(course, lessonId);
        reading.finished(id, lessonId);
        int next = course.lessons().indexOf(lesson) + 1;
        return Response.seeOther(
                        URI.create(
                                next < course.lessons().size()
                                        ? "/courses/%s/lessons/%s"
                                                .formatted(id, course.lessons().get(next).id())
                                        : "/courses/" + id))
                .build();
    }

    private static Lesson lesson(Course course, String id) {
        return course.lesson(id).orElseThrow(() -> Problem.notFound("lesson"));
    }
}
