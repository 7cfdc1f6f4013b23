package descent.quiz.author;

import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.Behaviour;
import descent.quiz.report.MistakeReport;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The tests of a course for its authors: what is under way, and what waits for them. */
@Path("/teach/{course}")
@RolesAllowed("author")
public class HomePages {
    private final Teaching teaching;

    HomePages(Teaching teaching) {
        this.teaching = teaching;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(Course course, List<Line> tests, long reports);
    }

    /** A test in the list. */
    public record Line(MockTest test, long attempts, long open, long unmarked) {}

    @GET
    public TemplateInstance home(@RestPath("course") String id) {
        var course = teaching.course(id);
        var lines = course.mockTests().stream().map(test -> line(id, test)).toList();
        return Templates.home(course, lines, MistakeReport.open(id));
    }

    private static Line line(String course, MockTest test) {
        var where = "courseId = ?1 and testId = ?2 and behaviour = ?3";
        return new Line(
                test,
                Attempt.count(where, course, test.id(), Behaviour.TEST),
                Attempt.count(where + " and state = OPEN", course, test.id(), Behaviour.TEST),
                Attempt.count(where + " and unmarked > 0", course, test.id(), Behaviour.TEST));
    }
}
