package descent.flashcard.desk;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.flashcard.study.CardBoxes;
import descent.flashcard.study.ChangeSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How a learner wants to be asked in a course. */
@Path("/courses/{course}/cards/settings")
@Authenticated
public class SettingsPages {
    private final Courses courses;
    private final Enrolments enrolments;
    private final CardBoxes boxes;
    private final ChangeSettings change;

    SettingsPages(Courses courses, Enrolments enrolments, CardBoxes boxes, ChangeSettings change) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.boxes = boxes;
        this.change = change;
    }

    @CheckedTemplate(basePath = "flashcard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(
                Course course, TypedSettings typed, Map<String, String> errors, String done);
    }

    @GET
    public TemplateInstance settings(
            @RestPath("course") String id, @RestQuery @DefaultValue("") String done) {
        var person = enrolments.requireEnrolled(id);
        return Templates.settings(
                courses.course(id), TypedSettings.of(change.of(person, id)), Map.of(), done);
    }

    @POST
    public Response change(
            @RestPath("course") String id,
            @RestForm @DefaultValue("") String retention,
            @RestForm @DefaultValue("") String interval,
            @RestForm @DefaultValue("") String newCards,
            @RestForm @DefaultValue("") String reviews,
            @RestForm @DefaultValue("") String exam,
            @RestForm @DefaultValue("") String typing) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var typed = new TypedSettings(retention, interval, newCards, reviews, exam, typing);
        var errors = typed.errors(boxes.open(person, course).now().day());
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.settings(course, typed, errors, ""))
                    .build();
        }
        change.to(person, id, typed.settings());
        return Response.seeOther(URI.create("/courses/%s/cards/settings?done=saved".formatted(id)))
                .build();
    }
}
