package descent.experiment.preset;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.Preset;
import descent.enrolment.Enrolments;
import descent.shared.web.Problem;
import descent.shared.web.WhileLooking;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/**
 * A preset as a page of its own, which a lesson takes its card from; without scripts it shows what
 * was recorded.
 */
@Path("/experiments/presets/{course}/{preset}")
@PermitAll
public class PresetPages {
    private final Courses courses;
    private final PresetCards cards;
    private final PresetRuns runs;
    private final Enrolments enrolments;
    private final CurrentPerson person;

    PresetPages(
            Courses courses,
            PresetCards cards,
            PresetRuns runs,
            Enrolments enrolments,
            CurrentPerson person) {
        this.courses = courses;
        this.cards = cards;
        this.runs = runs;
        this.enrolments = enrolments;
        this.person = person;
    }

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance preset(
                Course course, Lesson lesson, PresetCard card, String runs);
    }

    @GET
    public TemplateInstance page(@RestPath("course") String courseId, @RestPath String preset) {
        var course = courses.course(courseId);
        var lesson =
                PresetCards.lessonOf(course, preset)
                        .orElseThrow(() -> Problem.notFound("experiment"));
        return Templates.preset(
                course,
                lesson,
                cards.of(course, lesson, preset(course, preset)),
                "/experiments/presets/%s/%s/runs".formatted(courseId, preset));
    }

    /** Runs it: for a learner of the course anew, for everybody else as it was recorded. */
    @POST
    @WhileLooking
    @Path("runs")
    @Produces(MediaType.APPLICATION_JSON)
    public List<AskedRun> run(@RestPath("course") String courseId, @RestPath String preset) {
        var course = courses.course(courseId);
        return enrolments.isEnrolled(courseId) && person.viewedCourse().isEmpty()
                ? runs.own(person.requiredId(), course, preset(course, preset))
                : runs.recorded(course, preset(course, preset));
    }

    private static Preset preset(Course course, String id) {
        return course.preset(id).orElseThrow(() -> Problem.notFound("experiment"));
    }
}
