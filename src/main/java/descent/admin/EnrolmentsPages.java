package descent.admin;

import descent.account.Person;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Admission;
import descent.enrolment.CourseAuthors;
import descent.enrolment.CourseRule;
import descent.enrolment.Members;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How many take which course, who may, and who writes it. */
@Path("/admin/enrolments")
@RolesAllowed("admin")
public class EnrolmentsPages {
    private final Courses courses;
    private final Members members;
    private final CourseAuthors authors;

    EnrolmentsPages(Courses courses, Members members, CourseAuthors authors) {
        this.courses = courses;
        this.members = members;
        this.authors = authors;
    }

    /** A course with its people. */
    public record Row(
            Course course, long members, long left, Admission admission, List<Person> authors) {}

    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance enrolments(List<Row> rows);
    }

    @GET
    @Transactional
    public TemplateInstance enrolments() {
        var counts =
                members.counts().stream()
                        .collect(Collectors.toMap(Members.Count::courseId, Function.identity()));
        return Templates.enrolments(
                courses.ids().stream()
                        .flatMap(id -> courses.find(id).stream())
                        .map(course -> row(course, counts))
                        .toList());
    }

    private Row row(Course course, Map<String, Members.Count> counts) {
        var count = counts.getOrDefault(course.id(), new Members.Count(course.id(), 0L, 0L));
        return new Row(
                course,
                count.members(),
                count.left(),
                CourseRule.of(course.id()).admission,
                authors.of(course.id()));
    }
}
