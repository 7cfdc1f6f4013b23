package descent.editor.item;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.Publishing;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.yaml.FileNotes;
import descent.course.yaml.ItemList;
import descent.course.yaml.YamlNode;
import descent.course.yaml.YamlText;
import descent.editor.AuthorTexts;
import descent.editor.PartPath;
import descent.editor.Parts;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;

/** Which lessons learners see, and in which order. */
@Path("/editor/courses/{course}/lessons")
@RolesAllowed("author")
public class LessonsPages {
    private static final String LESSONS = "lessons";

    private final Courses courses;
    private final Publishing publishing;
    private final Parts parts;
    private final AuthorTexts texts;
    private final CurrentPerson person;

    LessonsPages(
            Courses courses,
            Publishing publishing,
            Parts parts,
            AuthorTexts texts,
            CurrentPerson person) {
        this.courses = courses;
        this.publishing = publishing;
        this.parts = parts;
        this.texts = texts;
        this.person = person;
    }

    /**
     * @param place from 1
     */
    public record Row(String id, String title, int place, boolean shown) {}

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lessons(Course course, List<Row> rows);
    }

    @GET
    public TemplateInstance lessons(@RestPath("course") String id) {
        var syllabus = parts.at(id, "course.yaml");
        var course = courses.course(id);
        var named = named(texts.of(syllabus, person.requiredId()).text());
        var all = all(id, named);
        return Templates.lessons(
                course,
                all.stream()
                        .map(lesson ->
                                new Row(
                                        lesson,
                                        course.lesson(lesson).map(Lesson::title).orElse(lesson),
                                        all.indexOf(lesson) + 1,
                                        named.contains(lesson)))
                        .toList());
    }

    /** Writes the order into the author's draft of {@code course.yaml}. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response order(@RestPath("course") String id, MultivaluedMap<String, String> sent) {
        var syllabus = parts.at(id, "course.yaml");
        var author = person.requiredId();
        var now = texts.of(syllabus, author);
        var wanted =
                all(id, named(now.text())).stream()
                        .filter(lesson -> sent.containsKey("shown." + lesson))
                        .sorted(Comparator.comparingInt(lesson -> place(lesson, sent)))
                        .toList();
        var text =
                ItemList.withTopField(now.text(), LESSONS, wanted)
                        .orElseThrow(() -> notThere(syllabus));
        texts.keep(now, text, author);
        return Response.seeOther(URI.create(syllabus.url() + "?done=saved")).build();
    }

    private static int place(String lesson, MultivaluedMap<String, String> sent) {
        var typed = Objects.requireNonNullElse(sent.getFirst("place." + lesson), "");
        if (!typed.matches("[0-9]{1,4}")) {
            throw Problem.badRequest(
                    "The place of \"%s\" is a whole number from 0 to 9999.".formatted(lesson));
        }
        return Integer.parseInt(typed);
    }

    /** Those that learners see, in order, then the others. */
    private List<String> all(String course, List<String> named) {
        var there = LessonFolders.of(publishing, course).values();
        return Stream.concat(named.stream(), there.stream()).distinct().toList();
    }

    private static List<String> named(String syllabus) {
        var root = YamlText.parse(syllabus, 1, new FileNotes("course.yaml")).orElse(null);
        return root instanceof YamlNode.Mapping mapping
                        && mapping.entries().get(LESSONS) instanceof YamlNode.Sequence lessons
                ? lessons.plain().stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Problem notThere(PartPath syllabus) {
        return Problem.conflict(
                "%s is broken, or its fields do not stand on lines of their own: edit it as text."
                        .formatted(syllabus.name()));
    }
}
