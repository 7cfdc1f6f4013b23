package descent.progress.home;

import descent.activity.ActivityHistory;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.progress.mastery.Mastery;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a learner has reached in a course, and did in it. */
@Path("/courses/{course}/progress")
@Authenticated
public class ProgressPages {
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

        static native TemplateInstance history(Course course, Paging.Part<PastDeed> deeds);
    }

    @GET
    public TemplateInstance progress(@RestPath("course") String id) {
        var course = courses.course(id);
        var progress = openCourse.of(enrolments.requireEnrolled(id), course);
        return Templates.progress(progress, LessonConcepts.of(progress), Mastery.RULE);
    }

    /**
     * @param page from 0
     */
    @GET
    @Path("history")
    public TemplateInstance history(
            @RestPath("course") String id, @RestQuery @DefaultValue("0") int page) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var deeds =
                Paging.read(
                        page,
                        Map.of(),
                        (first, number) -> history.latest(person, id, first, number));
        return Templates.history(course, deeds.map(deed -> PastDeed.of(deed, course)));
    }
}
