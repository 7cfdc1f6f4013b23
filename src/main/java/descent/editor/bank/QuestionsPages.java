package descent.editor.bank;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.BankQuestion;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.editor.bank.ImportQuestions.Waiting;
import descent.editor.upload.Uploads;
import descent.enrolment.CourseAuthors;
import descent.exchange.card.UnreadableFile;
import descent.exchange.question.QuestionFile;
import descent.exchange.question.QuestionFormat;
import descent.exchange.question.TravellingQuestion;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.entrance.WholeFile;
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
    private final CurrentPerson person;
    private final AuditLog audit;

    QuestionsPages(
            Courses courses,
            CourseAuthors authors,
            ImportQuestions imports,
            CurrentPerson person,
            AuditLog audit) {
        this.courses = courses;
        this.authors = authors;
        this.imports = imports;
        this.person = person;
        this.audit = audit;
    }

    /** Where the pages are. */
    public record Place(Course course, Lesson lesson) {
        /** The page of this lesson. */
        public String url() {
            return "/editor/courses/%s/questions/%s".formatted(course.id(), lesson.id());
        }

        /** The page of one file. */
        public String url(UUID upload) {
            return url() + "/" + upload;
        }
    }

    /**
     * A format in which the questions can go out.
     *
     * @param leftOut ids of those that it does not know
     */
    public record Out(QuestionFormat format, List<String> leftOut) {}

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance questions(
                Course course,
                Lesson lesson,
                List<Out> formats,
                List<Waiting> waiting,
                String error);

        static native TemplateInstance bank(Place place, BankPlan plan);
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
        var known = ReadQuestions.format(format);
        var written = known.write(travelling(lesson(own, lesson)));
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
    @WholeFile
    public Response send(
            @RestPath String course,
            @RestPath String lesson,
            @RestForm @Nullable FileUpload file,
            @RestForm @DefaultValue("") String format,
            @RestForm @DefaultValue("") String concept,
            @RestForm @DefaultValue("") String section,
            @RestForm @DefaultValue("") String difficulty) {
        var place = place(course, lesson);
        var known = ReadQuestions.format(format);
        var topic = Topic.of(place.lesson(), concept, section, difficulty);
        try {
            var upload =
                    imports.keep(
                            person.requiredId(),
                            new BankImport(course, lesson, known.id(), topic),
                            file == null ? "" : file.fileName(),
                            Uploads.bytes(file));
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
            @RestQuery @DefaultValue("1") int page) {
        return Templates.bank(place(course, lesson), found(course, lesson, upload, page));
    }

    @POST
    @Path("{lesson}/{upload}")
    public Response decide(
            @RestPath String course,
            @RestPath String lesson,
            @RestPath UUID upload,
            @RestQuery @DefaultValue("1") int page,
            @RestForm("do") @DefaultValue("") String what,
            @RestForm List<Integer> take) {
        var place = place(course, lesson);
        var plan = found(course, lesson, upload, page);
        switch (what) {
            case "drop" -> {
                imports.drop(person.requiredId(), plan);
                return to(place.url());
            }
            case "stop" -> {
                imports.stop(person.requiredId(), plan);
                return to(place.url());
            }
            case "all", "none" -> imports.chooseAll(plan, what.equals("all"));
            case "choose" -> imports.choose(plan, take);
            case "take" -> {
                imports.choose(plan, take);
                if (imports.take(person.requiredId(), plan)) {
                    return to("/editor/courses/%s?done=imported".formatted(course));
                }
            }
            default -> throw Problem.badRequest("Questions are chosen, taken over, or dropped.");
        }
        return to(place.url(upload) + "?page=" + page);
    }

    private BankPlan found(String course, String lesson, UUID upload, int page) {
        if (page < 1 || page > QuestionFile.MOST_QUESTIONS) {
            throw Problem.notFound("page of this number");
        }
        return imports.plan(person.requiredId(), upload, course, lesson, page);
    }

    private TemplateInstance page(Course course, String id, String error) {
        var lesson = lesson(course, id);
        var questions = travelling(lesson);
        return Templates.questions(
                course,
                lesson,
                QuestionFormat.ALL.stream()
                        .map(format -> new Out(format, format.write(questions).leftOut()))
                        .toList(),
                imports.waiting(person.requiredId(), course.id(), id),
                error);
    }

    private static List<TravellingQuestion> travelling(Lesson lesson) {
        return lesson.bank().stream().map(BankQuestion::tree).map(TravellingQuestion::of).toList();
    }

    private Place place(String course, String lesson) {
        var own = own(course);
        return new Place(own, lesson(own, lesson));
    }

    private Course own(String id) {
        var course = courses.course(id);
        authors.require(id);
        return course;
    }

    private static Lesson lesson(Course course, String id) {
        return course.lesson(id).orElseThrow(() -> Problem.notFound("lesson"));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
