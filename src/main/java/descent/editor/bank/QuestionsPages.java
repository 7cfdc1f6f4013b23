package descent.editor.bank;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.editor.PublishChanges.Outcome;
import descent.editor.Verdict;
import descent.editor.upload.Uploads;
import descent.enrolment.CourseAuthors;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFormat;
import descent.exchange.question.TravellingQuestion;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The questions of a lesson as files of other programs, and questions from such files. */
@Path("/editor/courses/{course}/questions")
@RolesAllowed("author")
public class QuestionsPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final ImportQuestions imports;
    private final Uploads uploads;
    private final CurrentPerson person;
    private final AuditLog audit;

    QuestionsPages(
            Courses courses,
            CourseAuthors authors,
            ImportQuestions imports,
            Uploads uploads,
            CurrentPerson person,
            AuditLog audit) {
        this.courses = courses;
        this.authors = authors;
        this.imports = imports;
        this.uploads = uploads;
        this.person = person;
        this.audit = audit;
    }

    /** Where the pages are: a lesson, and a format and topic for what comes in. */
    public record Place(Course course, Lesson lesson, QuestionFormat format, Topic topic) {
        /** The page of this lesson. */
        public String url() {
            return "/editor/courses/%s/questions/%s".formatted(course.id(), lesson.id());
        }

        /** The page of one file. */
        public String url(UUID upload) {
            return "%s/%s?format=%s&%s".formatted(url(), upload, format.id(), topic.query());
        }
    }

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance questions(
                Course course, Lesson lesson, List<QuestionFormat> formats, String error);

        static native TemplateInstance bank(
                Place place, BankPlan plan, List<Verdict> refused, String error);
    }

    @GET
    @Path("{lesson}")
    public TemplateInstance questions(@RestPath String course, @RestPath String lesson) {
        return page(own(course), lesson, "");
    }

    @GET
    @Path("{lesson}/export")
    public Response export(
            @RestPath String course,
            @RestPath String lesson,
            @RestQuery @DefaultValue("") String format) {
        var own = own(course);
        var known = format(format);
        var questions = lesson(own, lesson).bank().stream().map(BankQuestion::tree);
        var written = known.write(questions.map(TravellingQuestion::of).toList());
        audit.record(
                person.requiredId(),
                AuditAction.EXPORTED,
                AuditSubject.course(course),
                Map.of("questions", lesson));
        return Response.ok(written.file(), "text/plain; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(lesson, known.ending()))
                .build();
    }

    @POST
    @Path("{lesson}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @RestPath String course,
            @RestPath String lesson,
            @RestForm @Nullable FileUpload file,
            @RestForm @DefaultValue("") String format,
            @RestForm @DefaultValue("") String concept,
            @RestForm @DefaultValue("") String section,
            @RestForm @DefaultValue("") String difficulty) {
        var place = place(course, lesson, format, concept, section, difficulty);
        try {
            var name = file == null ? "" : file.fileName();
            var upload =
                    imports.keep(person.requiredId(), name, Uploads.bytes(file), place.format());
            return to(place.url(upload));
        } catch (UnreadableFile e) {
            return Response.status(422).entity(page(place.course(), lesson, e.reason())).build();
        }
    }

    @GET
    @Path("{lesson}/{upload}")
    public TemplateInstance plan(
            @RestPath String course,
            @RestPath String lesson,
            @RestPath UUID upload,
            @RestQuery @DefaultValue("") String format,
            @RestQuery @DefaultValue("") String concept,
            @RestQuery @DefaultValue("") String section,
            @RestQuery @DefaultValue("") String difficulty) {
        var place = place(course, lesson, format, concept, section, difficulty);
        return Templates.bank(place, plan(place, upload), List.of(), "");
    }

    @POST
    @Path("{lesson}/{upload}")
    public Response take(
            @RestPath String course,
            @RestPath String lesson,
            @RestPath UUID upload,
            @RestQuery @DefaultValue("") String format,
            @RestQuery @DefaultValue("") String concept,
            @RestQuery @DefaultValue("") String section,
            @RestQuery @DefaultValue("") String difficulty,
            @RestForm("do") @DefaultValue("") String what,
            @RestForm List<String> take) {
        var place = place(course, lesson, format, concept, section, difficulty);
        var author = person.requiredId();
        if (what.equals("drop")) {
            uploads.drop(author, upload);
            return to(place.url());
        }
        if (!what.equals("take")) {
            throw Problem.badRequest("Questions are taken over, or dropped.");
        }
        var plan = plan(place, upload);
        return switch (imports.take(author, plan, course, take)) {
            case Outcome.Published _ -> to("/editor/courses/%s?done=imported".formatted(course));
            case Outcome.Broken(var verdict) ->
                    Response.status(422)
                            .entity(Templates.bank(place, plan, List.of(verdict), ""))
                            .build();
            case Outcome.Overtaken _ ->
                    throw Problem.conflict(
                            "The questions of the course have changed meanwhile. Look at the file again.");
        };
    }

    private BankPlan plan(Place place, UUID upload) {
        return imports.plan(
                person.requiredId(),
                upload,
                place.lesson(),
                place.course().id(),
                place.format(),
                place.topic());
    }

    private TemplateInstance page(Course course, String lesson, String error) {
        return Templates.questions(course, lesson(course, lesson), QuestionFormat.ALL, error);
    }

    private Place place(
            String course,
            String lesson,
            String format,
            String concept,
            String section,
            String difficulty) {
        var own = own(course);
        var found = lesson(own, lesson);
        return new Place(own, found, format(format), Topic.of(found, concept, section, difficulty));
    }

    private Course own(String id) {
        var course = courses.course(id);
        authors.require(id);
        return course;
    }

    private static Lesson lesson(Course course, String id) {
        return course.lesson(id).orElseThrow(() -> Problem.notFound("lesson"));
    }

    private static QuestionFormat format(String id) {
        return QuestionFormat.ALL.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("There is no format \"%s\".".formatted(id)));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
