package descent.flashcard;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.flashcard.study.CardBoxes;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** A course's flashcards: what is due, and what there is. */
@Path("/courses/{course}/cards")
@Authenticated
public class CardPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final CardBoxes boxes;

    CardPages(Courses courses, Enrolments enrolments, CardBoxes boxes) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.boxes = boxes;
    }

    @CheckedTemplate(basePath = "flashcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance cards(Course course, Overview overview);
    }

    @GET
    public TemplateInstance cards(@RestPath("course") String id) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        return Templates.cards(course, Overview.of(boxes.open(person, course)));
    }
}
