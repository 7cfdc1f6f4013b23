package descent.enrolment;

import descent.course.Courses;
import descent.course.material.Course;
import descent.shared.web.LocalPath;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * The page that says how to come into a course: a button, a field for its code, or an invitation.
 */
@ApplicationScoped
class EnrolForm {
    private final Courses courses;
    private final Clock clock;

    EnrolForm(Courses courses, Clock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "enrolment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance enrol(
                Course course, CourseStanding standing, String error, LocalPath from);
    }

    /**
     * @param error why the last try failed; empty at first
     * @param from where to go on
     */
    @Transactional
    TemplateInstance page(String courseId, String error, LocalPath from) {
        var standing = CourseStanding.of(false, false, CourseRule.of(courseId), clock.instant());
        return Templates.enrol(courses.course(courseId), standing, error, from);
    }
}
