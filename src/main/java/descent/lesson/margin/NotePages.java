package descent.lesson.margin;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.enrolment.Enrolments;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All that a reader put into the margins of a course. */
@Path("/courses/{course}/notes")
@Authenticated
public class NotePages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final KeepNotes notes;

    NotePages(Courses courses, Enrolments enrolments, KeepNotes notes) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.notes = notes;
    }

    @CheckedTemplate(basePath = "lesson", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notes(
                Course course, Paging.Part<NotedSection> sections, String q);

        static native TemplateInstance note(
                Course course, String about, String action, TypedNote typed, String error);
    }

    /**
     * @param q letters of the notes, or of the passages they are about; empty for all
     * @param page of sections, from 0
     */
    @GET
    public TemplateInstance notes(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page) {
        var person = enrolments.requireTaken(id);
        var course = courses.course(id);
        var found =
                notes.all(person, id).stream()
                        .filter(note ->
                                Paging.says(note.text, q) || Paging.says(note.passage.quote(), q))
                        .toList();
        var sections = NotedSection.of(course, found);
        return Templates.notes(course, Paging.of(sections, page, Map.of("q", q)), q);
    }

    @GET
    @Path("{note}")
    public TemplateInstance note(@RestPath("course") String courseId, @RestPath("note") UUID id) {
        var course = courses.course(courseId);
        var note = notes.note(id, enrolments.requireTaken(courseId), courseId);
        return Templates.note(
                course,
                about(course, note),
                action(note),
                new TypedNote(note.section, note.passage, note.text),
                "");
    }

    @POST
    @Path("{note}")
    public Response change(
            @RestPath("course") String courseId,
            @RestPath("note") UUID id,
            @RestForm @DefaultValue("") String text) {
        var person = enrolments.requireTaken(courseId);
        var note = notes.note(id, person, courseId);
        var typed = TypedNote.of(note.section, note.passage, text);
        if (typed.error().isPresent()) {
            var course = courses.course(courseId);
            return refused(course, about(course, note), action(note), typed);
        }
        notes.change(id, person, courseId, typed);
        return toNotes(courseId, "#note-" + id);
    }

    /**
     * @param from the page on which it was asked for: lesson or notes
     */
    @POST
    @Path("{note}/remove")
    public Response remove(
            @RestPath("course") String courseId,
            @RestPath("note") UUID id,
            @RestForm @DefaultValue("") String from) {
        var note = notes.remove(id, enrolments.requireTaken(courseId), courseId);
        return from.equals("lesson")
                ? MarginPages.toMargin(courseId, note.lessonId, note.section)
                : toNotes(courseId, "");
    }

    /** What was typed stays in the form. */
    static Response refused(Course course, String about, String action, TypedNote typed) {
        return Response.status(422)
                .entity(Templates.note(course, about, action, typed, typed.error().orElseThrow()))
                .build();
    }

    private static Response toNotes(String courseId, String anchor) {
        return Response.seeOther(URI.create("/courses/%s/notes%s".formatted(courseId, anchor)))
                .build();
    }

    private static String action(MarginNote note) {
        return "/courses/%s/notes/%s".formatted(note.courseId, note.id);
    }

    private static String about(Course course, MarginNote note) {
        return course.lesson(note.lessonId).map(Lesson::title).orElse(note.lessonId);
    }
}
