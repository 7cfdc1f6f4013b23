package descent.quiz.page;

import descent.course.Courses;
import descent.course.material.Course;
import descent.course.material.ReviewPolicy.Part;
import descent.enrolment.Enrolments;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.Behaviour;
import descent.quiz.rules.Grades;
import descent.quiz.rules.TestRules.Earlier;
import descent.quiz.rules.TestRules.Obstacle;
import descent.quiz.rules.Tests;
import descent.quiz.rules.Tests.Test;
import descent.quiz.taking.StartAttempt;
import descent.quiz.view.Marks;
import descent.shared.web.Problem;
import descent.shared.web.Times;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;

/** The tests of a course, the rules of each, and the button that begins one. */
@Path("/courses/{course}/tests")
@Authenticated
public class TestPages {
    private final Courses courses;
    private final Tests tests;
    private final StartAttempt startAttempt;
    private final Enrolments enrolments;
    private final Times times;
    private final Clock clock;

    TestPages(
            Courses courses,
            Tests tests,
            StartAttempt startAttempt,
            Enrolments enrolments,
            Times times,
            Clock clock) {
        this.courses = courses;
        this.tests = tests;
        this.startAttempt = startAttempt;
        this.enrolments = enrolments;
        this.times = times;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance tests(Course course, List<Line> lines);

        static native TemplateInstance start(
                Course course,
                Test test,
                Conditions conditions,
                List<Past> past,
                String obstacle,
                boolean open);
    }

    /** A test in the list. */
    public record Line(Test test, Conditions conditions, boolean open, String grade) {}

    /**
     * An attempt made before, or open.
     *
     * @param points empty where they are not shown
     */
    public record Past(Attempt attempt, String points) {}

    @GET
    public TemplateInstance list(@RestPath("course") String id) {
        var course = courses.course(id);
        var who = enrolments.requireEnrolled(id);
        return Templates.tests(
                course,
                tests.of(course, who).stream()
                        .map(test -> line(test, Attempt.at(id, test.id(), Behaviour.TEST, who)))
                        .toList());
    }

    private Line line(Test test, List<Attempt> attempts) {
        var shown = attempts.stream().filter(attempt -> showsMarks(attempt, test)).toList();
        var grade =
                shown.size() < attempts.stream().filter(Attempt::isGraded).count()
                        ? Optional.<BigDecimal>empty()
                        : Grades.of(
                                test.rules().attempts().counting(),
                                shown.stream().map(Attempt::share).toList());
        return new Line(
                test,
                Conditions.of(test.rules(), attempts.size(), times),
                isUnderWay(attempts),
                grade.map(Marks::percent).orElse(""));
    }

    private boolean isUnderWay(List<Attempt> attempts) {
        return attempts.stream().anyMatch(attempt -> attempt.takesAnswers(clock.instant()));
    }

    private boolean showsMarks(Attempt attempt, Test test) {
        return attempt.isGraded()
                && attempt.visible(Optional.of(test.rules()), clock.instant()).contains(Part.MARKS);
    }

    @GET
    @Path("{test}")
    public TemplateInstance rules(
            @RestPath("course") String courseId, @RestPath("test") String testId) {
        courses.course(courseId);
        var who = enrolments.requireEnrolled(courseId);
        var test = tests.test(courseId, testId, who);
        var attempts = Attempt.at(courseId, testId, Behaviour.TEST, who);
        boolean open = isUnderWay(attempts);
        var past =
                Stream.concat(
                        attempts.stream(),
                        Attempt.at(courseId, testId, Behaviour.REHEARSAL, who).stream());
        return Templates.start(
                test.course(),
                test,
                Conditions.of(test.rules(), attempts.size(), times),
                past.map(attempt -> past(attempt, test)).toList(),
                open ? "" : obstacle(test, attempts).map(this::words).orElse(""),
                open);
    }

    private Optional<Obstacle> obstacle(Test test, List<Attempt> attempts) {
        var earlier =
                attempts.stream()
                        .map(attempt ->
                                new Earlier(
                                        Objects.requireNonNullElse(
                                                attempt.finishedAt, attempt.deadline)))
                        .toList();
        return test.rules().obstacle(earlier, clock.instant());
    }

    private Past past(Attempt attempt, Test test) {
        return new Past(
                attempt,
                attempt.mark != null && showsMarks(attempt, test)
                        ? Marks.points(attempt.mark)
                        : "");
    }

    @POST
    @Path("{test}/start")
    public Response start(@RestPath("course") String courseId, @RestPath("test") String testId) {
        return begun(courseId, testId, Behaviour.TEST);
    }

    @POST
    @Path("{test}/rehearse")
    public Response rehearse(@RestPath("course") String courseId, @RestPath("test") String testId) {
        return begun(courseId, testId, Behaviour.REHEARSAL);
    }

    private Response begun(String courseId, String testId, Behaviour behaviour) {
        courses.course(courseId);
        var who = enrolments.requireEnrolled(courseId);
        return switch (startAttempt.start(who, courseId, testId, behaviour)) {
            case StartAttempt.Outcome.Open(var id) ->
                    Response.seeOther(URI.create("/attempts/" + id)).build();
            case StartAttempt.Outcome.Refused(var obstacle) ->
                    throw Problem.conflict(words(obstacle));
            case StartAttempt.Outcome.Incomplete(var reason) ->
                    throw Problem.conflict(
                            "This test cannot be started: %s. That is the author's to mend; no attempt was counted."
                                    .formatted(reason));
        };
    }

    private String words(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NotOpenYet(var from) ->
                    "This test opens on %s.".formatted(times.dateTimeZone(from));
            case Obstacle.Closed(var at) ->
                    "This test closed on %s.".formatted(times.dateTimeZone(at));
            case Obstacle.NoAttemptLeft(int attempts) ->
                    attempts == 1
                            ? "You have made the one attempt that this test allows."
                            : "You have made all %d attempts that this test allows."
                                    .formatted(attempts);
            case Obstacle.TooSoon(var from) ->
                    "The next attempt is possible from %s.".formatted(times.dateTimeZone(from));
        };
    }
}
