package descent.experiment.challenge;

import descent.course.Courses;
import descent.course.material.Challenge;
import descent.course.material.Course;
import descent.engine.spec.ExperimentSpec;
import descent.enrolment.Enrolments;
import descent.question.drawn.Reading;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The challenges of a course, for those who take it. */
@Path("/courses/{course}/challenges")
@Authenticated
public class ChallengePages {
    private static final int SETTING_MAX = 4_000;

    private final Courses courses;
    private final Enrolments enrolments;
    private final Challenges challenges;
    private final EnterChallenge enterChallenge;
    private final Boards boards;

    ChallengePages(
            Courses courses,
            Enrolments enrolments,
            Challenges challenges,
            EnterChallenge enterChallenge,
            Boards boards) {
        this.courses = courses;
        this.enrolments = enrolments;
        this.challenges = challenges;
        this.enterChallenge = enterChallenge;
        this.boards = boards;
    }

    @CheckedTemplate(basePath = "experiment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance challenges(
                Course course, List<Challenges.Summary> challenges, Appearance appearance);

        static native TemplateInstance challenge(
                Course course, ChallengeView challenge, String problem);
    }

    @GET
    public TemplateInstance all(@RestPath("course") String id) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        return Templates.challenges(
                course, challenges.all(course, person), boards.appearance(person, id));
    }

    @GET
    @Path("{challenge}")
    public TemplateInstance one(
            @RestPath("course") String id, @RestPath("challenge") String challenge) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        return Templates.challenge(
                course, challenges.view(course, found(course, challenge), person, null), "");
    }

    /** A configuration that cannot be run is given back as it was typed, with the reason. */
    @POST
    @Path("{challenge}")
    public Response enter(
            @RestPath("course") String id,
            @RestPath("challenge") String challengeId,
            @RestForm("setting") List<String> settings) {
        var course = courses.course(id);
        var person = enrolments.requireEnrolled(id);
        var challenge = found(course, challengeId);
        var typed = settings == null ? List.<String>of() : settings;
        try {
            var trial = Trial.of(challenge);
            enterChallenge.enter(person, id, trial, typed, spec(trial, typed));
            return Response.seeOther(
                            URI.create(
                                    "/courses/%s/challenges/%s#results".formatted(id, challengeId)))
                    .build();
        } catch (Problem refused) {
            return page(course, challenge, person, typed, refused);
        }
    }

    private Response page(
            Course course, Challenge challenge, UUID person, List<String> typed, Problem refused) {
        var answer =
                Response.status(refused.status())
                        .entity(
                                Templates.challenge(
                                        course,
                                        challenges.view(course, challenge, person, typed),
                                        refused.reason()));
        if (refused.retryAfter() != null) {
            answer.header("Retry-After", refused.retryAfter().toSeconds());
        }
        return answer.build();
    }

    private static ExperimentSpec spec(Trial trial, List<String> typed) {
        if (typed.stream().anyMatch(setting -> setting.length() > SETTING_MAX)) {
            throw refused("A field may have at most %,d characters.".formatted(SETTING_MAX));
        }
        switch (trial.read(typed)) {
            case Reading.Unanswered _ ->
                    throw refused(
                            "Change at least one of the fields: as it is given it misses the target.");
            case Reading.Invalid(var reason) ->
                    throw refused("This cannot be run: " + reason + ".");
            case Reading.Understood _ -> {}
        }
        var spec = trial.spec(typed);
        if (trial.isOver(spec)) {
            throw refused(
                    "Over the limits: %s. %s"
                            .formatted(
                                    String.join("; ", trial.excess(spec)),
                                    trial.challenge().said().over().plainText()));
        }
        return spec;
    }

    private static Problem refused(String reason) {
        return Problem.unprocessable(reason, Map.of());
    }

    /** How the learner stands on the boards of this course. */
    @POST
    @Path("board")
    public Response appear(@RestPath("course") String id, @RestForm String appearance) {
        var person = enrolments.requireEnrolled(id);
        for (var each : Appearance.values()) {
            if (each.name().equalsIgnoreCase(appearance)) {
                boards.appear(person, id, each);
                return Response.seeOther(URI.create("/courses/%s/challenges#board".formatted(id)))
                        .build();
            }
        }
        throw Problem.badRequest("Choose how you stand on the boards: named, unnamed or absent.");
    }

    private static Challenge found(Course course, String id) {
        return course.challenge(id).orElseThrow(() -> Problem.notFound("challenge"));
    }
}
