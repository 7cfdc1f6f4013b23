package descent.editor;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.Publishing;
import descent.course.material.Course;
import descent.course.material.Finding;
import descent.enrolment.CourseAuthors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The courses for their authors, and what is in each. */
@Path("/editor")
@RolesAllowed("author")
public class EditorPages {
    private final Courses courses;
    private final Publishing publishing;
    private final CourseContents contents;
    private final CourseAuthors authors;
    private final CurrentPerson person;

    EditorPages(
            Courses courses,
            Publishing publishing,
            CourseContents contents,
            CourseAuthors authors,
            CurrentPerson person) {
        this.courses = courses;
        this.publishing = publishing;
        this.contents = contents;
        this.authors = authors;
        this.person = person;
    }

    /** A course in the list. */
    public record Row(Course course, long waiting, long drafts, long broken) {}

    @CheckedTemplate(basePath = "editor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance courses(List<Row> courses, PartPath catalogue);

        static native TemplateInstance course(
                Course course, List<CourseContents.Group> groups, String done);

        static native TemplateInstance check(Course course, List<Checked> files, long errors);
    }

    /** What the check says of one file. */
    public record Checked(PartPath part, List<Finding> findings) {}

    @GET
    public TemplateInstance courses() {
        var rows =
                courses.ids().stream()
                        .filter(authors::isAuthor)
                        .flatMap(id -> courses.find(id).stream())
                        .map(this::row);
        return Templates.courses(rows.toList(), PartPath.of("catalogue.yaml"));
    }

    @GET
    @Path("courses/{course}")
    public TemplateInstance course(
            @RestPath("course") String id, @RestQuery @DefaultValue("") String done) {
        var course = own(id);
        return Templates.course(course, contents.of(course, person.requiredId()), done);
    }

    /** The whole course under check, as learners see it now. */
    @GET
    @Path("courses/{course}/check")
    public TemplateInstance check(@RestPath("course") String id) {
        var course = own(id);
        var findings = publishing.check(course.id());
        var files =
                findings.stream()
                        .map(Finding::file)
                        .distinct()
                        .map(file ->
                                new Checked(
                                        PartPath.of(file),
                                        findings.stream()
                                                .filter(each -> each.file().equals(file))
                                                .toList()))
                        .toList();
        return Templates.check(course, files, findings.stream().filter(Finding::isError).count());
    }

    private Course own(String id) {
        var course = courses.course(id);
        authors.require(id);
        return course;
    }

    private Row row(Course course) {
        var rows =
                contents.of(course, person.requiredId()).stream()
                        .flatMap(group -> group.rows().stream())
                        .toList();
        return new Row(
                course,
                rows.stream().filter(CourseContents.Row::waiting).count(),
                rows.stream().filter(row -> !row.drafts().isEmpty()).count(),
                rows.stream().filter(CourseContents.Row::broken).count());
    }
}
