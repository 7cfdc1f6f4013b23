package descent.lesson;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.LessonText;
import descent.course.material.LessonText.Depth;
import descent.course.material.LessonText.Section;
import descent.lesson.margin.KeepNotes;
import descent.lesson.margin.Margin;
import descent.lesson.reading.FollowReading;
import descent.lesson.reading.LessonStanding;
import descent.shared.text.Html;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** A lesson to read. */
@Path("/courses/{course}/lessons/{lesson}")
@PermitAll
public class LessonPages {
    private final Courses courses;
    private final DrawnTexts drawn;
    private final FollowReading reading;
    private final VisitorPages visitors;
    private final GzipPieces pieces;
    private final KeepNotes notes;
    private final CurrentPerson person;

    LessonPages(
            Courses courses,
            DrawnTexts drawn,
            FollowReading reading,
            VisitorPages visitors,
            GzipPieces pieces,
            KeepNotes notes,
            CurrentPerson person) {
        this.courses = courses;
        this.drawn = drawn;
        this.reading = reading;
        this.visitors = visitors;
        this.pieces = pieces;
        this.notes = notes;
        this.person = person;
    }

    /** A summary of the lesson, and whether the reader has chosen its depth. */
    public record Summary(Depth depth, String label, boolean chosen, Html html) {}

    /** A section, drawn. */
    public record DrawnSection(String id, Html html) {}

    @CheckedTemplate(basePath = "lesson", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lesson(
                Course course,
                Lesson lesson,
                Place place,
                LessonStanding standing,
                Margin margin,
                List<Summary> summaries,
                Html opening,
                Html introduction,
                List<DrawnSection> sections,
                Html body);

        static native TemplateInstance lessonOpening(Lesson lesson, Drawing draw);

        static native TemplateInstance lessonSummary(Lesson lesson, Depth depth, Drawing draw);

        static native TemplateInstance lessonIntroduction(Lesson lesson, Drawing draw);

        static native TemplateInstance lessonSection(Section section, Drawing draw);

        static native TemplateInstance lessonBody(Course course, Lesson lesson, Drawing draw);
    }

    @GET
    public Response lesson(
            @RestPath("course") String courseId,
            @RestPath("lesson") String id,
            @Context HttpServerRequest request,
            @Context Request conditions) {
        var course = courses.course(courseId);
        var lesson = lesson(course, id);
        var depth = SummaryChoice.of(request);
        if (person.id().isEmpty()) {
            return visited(
                    visitors.of(
                            course,
                            lesson,
                            depth,
                            () ->
                                    page(
                                            course,
                                            lesson,
                                            LessonStanding.PASSING,
                                            Margin.EMPTY,
                                            depth,
                                            drawn)),
                    request,
                    conditions);
        }
        var standing = reading.opened(courseId, id);
        var margin =
                standing == LessonStanding.PASSING
                        ? Margin.EMPTY
                        : notes.margin(person.requiredId(), courseId, id);
        var page = page(course, lesson, standing, margin, depth, drawn);
        return acceptsGzip(request) ? gzip(pieces.of(page)).build() : html(page.render()).build();
    }

    /** What the browser has already is not sent again. */
    private static Response visited(
            VisitorPages.Page page, HttpServerRequest request, Request conditions) {
        var unchanged = conditions.evaluatePreconditions(page.tag());
        if (unchanged != null) {
            // As of the page itself, which has a type by which that is known.
            return unchanged
                    .tag(page.tag())
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .build();
        }
        var answer = acceptsGzip(request) ? gzip(page.compressed()) : html(page.text());
        return answer.tag(page.tag())
                .header(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, Cookie")
                .build();
    }

    private static boolean acceptsGzip(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }

    private static Response.ResponseBuilder gzip(byte[] page) {
        return html(page).header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }

    private static Response.ResponseBuilder html(Object page) {
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    static TemplateInstance page(
            Course course,
            Lesson lesson,
            LessonStanding standing,
            Margin margin,
            Depth depth,
            Texts texts) {
        return Templates.lesson(
                course,
                lesson,
                Place.of(lesson, course),
                standing,
                margin,
                lesson.text().isBroken() || lesson.text().isMissing()
                        ? List.of()
                        : Arrays.stream(Depth.values())
                                .map(each -> summary(course, lesson, each, each == depth, texts))
                                .toList(),
                texts.of(course, lesson, "opening", draw -> Templates.lessonOpening(lesson, draw)),
                texts.of(
                        course,
                        lesson,
                        "introduction",
                        draw -> Templates.lessonIntroduction(lesson, draw)),
                sections(course, lesson, texts),
                texts.of(
                        course,
                        lesson,
                        "body",
                        draw -> Templates.lessonBody(course, lesson, draw)));
    }

    private static List<DrawnSection> sections(Course course, Lesson lesson, Texts texts) {
        return lesson.text().list(LessonText::sections).stream()
                .map(section ->
                        new DrawnSection(
                                section.id(),
                                texts.of(
                                        course,
                                        lesson,
                                        "section " + section.id(),
                                        draw -> Templates.lessonSection(section, draw))))
                .toList();
    }

    private static Summary summary(
            Course course, Lesson lesson, Depth depth, boolean chosen, Texts texts) {
        var html =
                texts.of(
                        course,
                        lesson,
                        depth.name(),
                        draw -> Templates.lessonSummary(lesson, depth, draw));
        return new Summary(depth, SummaryChoice.label(depth), chosen, html);
    }

    /** Remembers how much the reader wants to be told, here and in the other lessons. */
    @POST
    @Path("summary")
    public Response chooseSummary(
            @RestPath("course") String courseId,
            @RestPath("lesson") String id,
            @RestForm String depth,
            @Context HttpServerRequest request) {
        lesson(courses.course(courseId), id);
        SummaryChoice.remember(request, SummaryChoice.parse(depth));
        return Response.seeOther(
                        URI.create("/courses/%s/lessons/%s#summary".formatted(courseId, id)))
                .build();
    }

    private static Lesson lesson(Course course, String id) {
        return course.lesson(id).orElseThrow(() -> Problem.notFound("lesson"));
    }
}
