package descent.flashcard.desk;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.flashcard.study.CardBoxes;
import descent.flashcard.study.PastReviews;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** What can be counted of a learner's cards and reviews. */
@Path("/courses/{course}/cards/statistics")
@Authenticated
public class StatisticsPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final CardBoxes boxes;
    private final PastReviews reviews;

    StatisticsPages(Courses courses, Enrolments enrolments, CardBoxes boxes, PastReviews reviews) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.boxes = boxes;
        this.reviews = reviews;
    }

    @CheckedTemplate(basePath = "flashcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance statistics(Course course, Statistics statistics);
    }

    @GET
    public TemplateInstance statistics(@RestPath("course") String id) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var box = boxes.open(person, course);
        var year = reviews.since(person, id, box.now().day().minusDays(Statistics.YEAR - 1));
        return Templates.statistics(course, Statistics.of(box, year));
    }
}
