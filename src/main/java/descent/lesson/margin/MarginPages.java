package descent.lesson.margin;

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

/** What a reader puts into the margin of a lesson. */
@Path("/courses/{course}/lessons/{lesson}")
@Authenticated
public class MarginPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final KeepNotes notes;

    MarginPages(Courses courses, Enrolments enrolments, KeepNotes notes) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.notes = notes;
    }

    /**
     * A note, a highlight, or both.
     *
     * @param quote the words that it is about; empty: the section as a whole
     */
    @POST
    @Path("notes")
    public Response add(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestForm @DefaultValue("") String section,
            @RestForm @DefaultValue("") String quote,
            @RestForm @DefaultValue("") String before,
            @RestForm @DefaultValue("") String after,
            @RestForm @DefaultValue("") String text) {
        var person = enrolments.requireEnrolled(courseId);
        var course = courses.course(courseId);
        var lesson = lesson(course, lessonId, section);
        var typed = TypedNote.of(section, Passage.sent(quote, before, after), text);
        if (typed.error().isPresent()) {
            var action = "/courses/%s/lessons/%s/notes".formatted(courseId, lessonId);
            return NotePages.refused(course, lesson.title(), action, typed);
        }
        notes.add(person, courseId, lessonId, typed);
        return toMargin(courseId, lessonId, section);
    }

    /**
     * @param wanted empty to take it away
     */
    @POST
    @Path("bookmarks")
    public Response bookmark(
            @RestPath("course") String courseId,
            @RestPath("lesson") String lessonId,
            @RestForm @DefaultValue("") String section,
            @RestForm @DefaultValue("") String wanted) {
        var person = enrolments.requireEnrolled(courseId);
        lesson(courses.course(courseId), lessonId, section);
        notes.bookmark(person, courseId, lessonId, section, !wanted.isEmpty());
        return toMargin(courseId, lessonId, section);
    }

    private static Lesson lesson(Course course, String id, String section) {
        var lesson = course.lesson(id).orElseThrow(() -> Problem.notFound("lesson"));
        if (lesson.section(section).isEmpty()) {
            throw Problem.notFound("section");
        }
        return lesson;
    }

    static Response toMargin(String courseId, String lessonId, String section) {
        return Response.seeOther(
                        URI.create(
                                "/courses/%s/lessons/%s#notes-%s"
                                        .formatted(courseId, lessonId, section)))
                .build();
    }
}
