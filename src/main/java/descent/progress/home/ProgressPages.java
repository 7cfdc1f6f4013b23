package descent.progress.home;

import descent.activity.ActivityHistory;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a learner has reached in a course, and did in it. */
@Path("/courses/{course}/progress")
@Authenticated
public class ProgressPages {
    private static final int SIZE = 50;
    private static final int LAST = 10_000;

    private final Courses courses;
    private final Enrolments enrolments;
    private final OpenCourse openCourse;
    private final ActivityHistory history;

    ProgressPages(
            Courses courses,
            Enrolments enrolments,
            OpenCourse openCourse,
            ActivityHistory history) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.openCourse = openCourse;
        this.history = history;
    }

    @CheckedTemplate(basePath = "progress", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance progress(
                CourseProgress progress, List<LessonConcepts> lessons, String rule);

        static native TemplateInstance history(
                Course course, List<PastDeed> deeds, int page, boolean more);
    }

    @GET
    public TemplateInstance progress(@RestPath("course") String id) {
        var course = courses.course(id);
        var progress = openCourse.of(enrolments.requireEnrolled(id), course);
        return Templates.progress(
                progress, LessonConcepts.of(progress), descent.progress.mastery.Mastery.RULE);
    }

    /**
     * @param page from 0
     */
    @GET
    @Path("history")
    public TemplateInstance history(
            @RestPath("course") String id, @RestQuery @DefaultValue("0") int page) {
        if (page < 0 || page > LAST) {
            throw Problem.badRequest("Pages are numbered from 0 to %d.".formatted(LAST));
        }
        var course = courses.course(id);
        var deeds = history.page(enrolments.requireEnrolled(id), id, page, SIZE);
        return Templates.history(
                course,
                deeds.stream().limit(SIZE).map(deed -> PastDeed.of(deed, course)).toList(),
                page,
                deeds.size() > SIZE);
    }
}
