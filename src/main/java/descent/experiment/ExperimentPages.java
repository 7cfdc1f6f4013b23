package descent.experiment;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Lesson;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What there is to try out. */
@Path("/experiments")
@PermitAll
public class ExperimentPages {
    private final Courses courses;

    ExperimentPages(Courses courses) {
        this.courses = courses;
    }

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance index(List<Course> courses);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance index() {
        return Templates.index(
                courses.ids().stream()
                        .flatMap(id -> courses.find(id).stream())
                        .filter(ExperimentPages::hasExperiments)
                        .toList());
    }

    private static boolean hasExperiments(Course course) {
        return !course.challenges().isEmpty()
                || course.lessons().stream()
                        .map(Lesson::experiments)
                        .anyMatch(all -> !all.isEmpty());
    }
}
