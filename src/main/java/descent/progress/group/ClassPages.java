package descent.progress.group;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.CourseAuthors;
import descent.progress.group.ClassView.Learner;
import descent.progress.group.ClassView.View;
import descent.progress.mastery.Mastery;
import descent.shared.csv.CsvWriter;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How a class stands, for the authors of its course. */
@Path("/courses/{course}/class")
@Authenticated
public class ClassPages {
    private final Courses courses;
    private final CourseAuthors authors;
    private final ClassView classView;

    ClassPages(Courses courses, CourseAuthors authors, ClassView classView) {
        this.courses = courses;
        this.authors = authors;
        this.classView = classView;
    }

    @CheckedTemplate(basePath = "progress", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance group(
                Course course, View view, Paging.Part<Learner> learners, String q, String rule);
    }

    /**
     * @param q letters of the names or groups that are shown; empty for all
     * @param page from 0
     */
    @GET
    public TemplateInstance group(
            @RestPath("course") String id,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page) {
        authors.require(id);
        var course = courses.course(id);
        var view = classView.of(course);
        var found =
                view.learners().stream()
                        .filter(each -> Paging.says(each.name(), q) || Paging.says(each.group(), q))
                        .toList();
        return Templates.group(
                course, view, Paging.of(found, page, Map.of("q", q)), q, Mastery.RULE);
    }

    @GET
    @Path("table.csv")
    public Response table(@RestPath("course") String id) {
        authors.require(id);
        var csv =
                new CsvWriter()
                        .line(
                                List.of(
                                        "name",
                                        "group",
                                        "last active",
                                        "lessons read",
                                        "concepts that hold",
                                        "tests passed",
                                        "stuck at"));
        for (var learner : classView.of(courses.course(id)).learners()) {
            csv.line(
                    List.of(
                            learner.name(),
                            learner.group(),
                            learner.last().map(Instant::toString).orElse(""),
                            learner.lessonsRead(),
                            learner.holds(),
                            learner.testsPassed(),
                            String.join("; ", learner.weak())));
        }
        return csv.download(id + "-class.csv");
    }
}
