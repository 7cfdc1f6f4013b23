package descent.quiz.page;

import descent.account.CurrentPerson;
import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.Behaviour;
import descent.quiz.practice.ConceptStrength;
import descent.quiz.practice.PracticeConcepts;
import descent.quiz.practice.StartPractice;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Where practice begins: the concepts of a course, how well one knows them, and which to practise.
 */
@Path("/courses/{course}/practice")
@Authenticated
public class PracticePages {
    private static final int MOST_SHOWN = 10;

    private final Courses courses;
    private final Enrolments enrolments;
    private final PracticeConcepts concepts;
    private final StartPractice startPractice;
    private final CurrentPerson person;

    PracticePages(
            Courses courses,
            Enrolments enrolments,
            PracticeConcepts concepts,
            StartPractice startPractice,
            CurrentPerson person) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.concepts = concepts;
        this.startPractice = startPractice;
        this.person = person;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance practice(
                Course course,
                List<ConceptStrength> concepts,
                Optional<Attempt> open,
                List<Attempt> past);
    }

    @GET
    public TemplateInstance practice(@RestPath("course") String id) {
        var course = courses.course(id);
        var who = enrolments.requireEnrolled(id);
        var attempts = Attempt.at(id, Attempt.NO_TEST, Behaviour.PRACTICE, who).reversed();
        return Templates.practice(
                course,
                concepts.of(who, course),
                attempts.stream().filter(Attempt::isOpen).findFirst(),
                attempts.stream().filter(Attempt::isGraded).limit(MOST_SHOWN).toList());
    }

    @POST
    public Response start(
            @RestPath("course") String id,
            @RestForm("concept") List<String> chosen,
            @RestForm @DefaultValue("ten") String kind) {
        var course = courses.course(id);
        enrolments.requireEnrolled(id);
        if (!kind.equals("ten") && !kind.equals("endless")) {
            throw Problem.badRequest("Practice is a set of \"ten\" or \"endless\".");
        }
        var known = concepts.of(person.requiredId(), course);
        for (var concept : chosen) {
            if (known.stream().noneMatch(each -> each.id().equals(concept))) {
                throw Problem.badRequest("This course has no questions on \"" + concept + "\".");
            }
        }
        var attempt =
                startPractice.start(
                        person.requiredId(), id, new TreeSet<>(chosen), kind.equals("endless"));
        return Response.seeOther(URI.create("/practice/" + attempt)).build();
    }
}
