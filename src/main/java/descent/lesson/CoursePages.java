package descent.lesson;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Glossary;
import descent.enrolment.CourseStanding;
import descent.enrolment.Enrolments;
import descent.enrolment.announcement.Announcement;
import descent.enrolment.announcement.Announcements;
import descent.shared.text.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** A course and its glossary. */
@Path("/courses/{course}")
@PermitAll
public class CoursePages {
    private final Courses courses;
    private final DrawnTexts drawn;
    private final Enrolments enrolments;
    private final Announcements announcements;

    CoursePages(
            Courses courses, DrawnTexts drawn, Enrolments enrolments, Announcements announcements) {
        this.courses = courses;
        this.drawn = drawn;
        this.enrolments = enrolments;
        this.announcements = announcements;
    }

    @CheckedTemplate(basePath = "lesson", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance course(
                Course course,
                CourseStanding standing,
                List<Announcement> announcements,
                Html body);

        static native TemplateInstance courseBody(Course course, Drawing draw);

        static native TemplateInstance glossary(Course course, Html body);

        static native TemplateInstance glossaryBody(
                Course course, List<Glossary.Term> terms, Drawing draw);
    }

    @GET
    public TemplateInstance course(@RestPath("course") String id) {
        var course = courses.course(id);
        return page(course, enrolments.standing(id), announcements.shown(id), drawn);
    }

    @GET
    @Path("glossary")
    public TemplateInstance glossary(@RestPath("course") String id) {
        return glossaryPage(courses.course(id), drawn);
    }

    static TemplateInstance page(
            Course course, CourseStanding standing, List<Announcement> announcements, Texts texts) {
        var body = texts.of(course, null, "course", draw -> Templates.courseBody(course, draw));
        return Templates.course(course, standing, announcements, body);
    }

    static TemplateInstance glossaryPage(Course course, Texts texts) {
        var body =
                texts.of(
                        course,
                        null,
                        "glossary",
                        draw -> Templates.glossaryBody(course, byTerm(course), draw));
        return Templates.glossary(course, body);
    }

    private static List<Glossary.Term> byTerm(Course course) {
        return course.glossary().list(Glossary::terms).stream()
                .sorted(Comparator.comparing(Glossary.Term::term, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
