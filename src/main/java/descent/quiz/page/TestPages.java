package descent.quiz.page;

import descent.course.Courses;
import descent.course.material.Course;
import descent.enrolment.Enrolments;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.StartAttempt;
import descent.quiz.rules.TestRules.Earlier;
import descent.quiz.rules.TestRules.Obstacle;
import descent.quiz.rules.Tests;
import descent.quiz.rules.Tests.Test;
import descent.shared.web.Problem;
import descent.shared.web.Times;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                Course course, Test test, Conditions conditions, List<Past> past, String obstacle);
    }

    /** A test in the list. */
    public record Line(Test test, Conditions conditions, boolean open, String grade) {}

    /** The rules in words. */
    public record Conditions(
            String limit, String pass, String attempts, String review, String dates) {}

    /** An attempt made before, or open. */
    public record Past(Attempt attempt, String points) {}

    @GET
    public TemplateInstance list(@RestPath("course") String id) {
        var course = courses.course(id);
        var who = enrolments.requireEnrolled(id);
        return Templates.tests(
                course,
                tests.of(course, who).stream()
                        .map(test -> line(test, Attempt.at(id, test.id(), who)))
                        .toList());
    }

    private Line line(Test test, List<Attempt> attempts) {
        boolean open = attempts.stream().anyMatch(attempt -> attempt.takesAnswers(clock.instant()));
        var shares = attempts.stream().filter(Attempt::isGraded).map(Attempt::share).toList();
        return new Line(
                test,
                conditions(test, attempts.size()),
                open,
                test.rules().counting().grade(shares).map(Marks::percent).orElse(""));
    }

    @GET
    @Path("{test}")
    public TemplateInstance rules(
            @RestPath("course") String courseId, @RestPath("test") String testId) {
        return page(courseId, testId, "");
    }

    private TemplateInstance page(String courseId, String testId, String trouble) {
        courses.course(courseId);
        var who = enrolments.requireEnrolled(courseId);
        var test = tests.test(courseId, testId, who);
        var attempts = Attempt.at(courseId, testId, who);
        var now = clock.instant();
        boolean open = attempts.stream().anyMatch(attempt -> attempt.takesAnswers(now));
        var obstacle = open ? Optional.<Obstacle>empty() : obstacle(test, attempts);
        return Templates.start(
                test.course(),
                test,
                conditions(test, attempts.size()),
                attempts.stream().map(TestPages::past).toList(),
                trouble.isEmpty() ? obstacle.map(this::words).orElse("") : trouble);
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

    private static Past past(Attempt attempt) {
        return new Past(attempt, attempt.mark == null ? "" : Marks.points(attempt.mark));
    }

    @POST
    @Path("{test}/start")
    public Response start(@RestPath("course") String courseId, @RestPath("test") String testId) {
        courses.course(courseId);
        var who = enrolments.requireEnrolled(courseId);
        return switch (startAttempt.start(who, courseId, testId)) {
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

    private Conditions conditions(Test test, int made) {
        var rules = test.rules();
        var attempts =
                rules.attempts() == null
                        ? "as many as you like; you have made " + made
                        : "%d; you have made %d".formatted(rules.attempts(), made);
        return new Conditions(
                Clockwork.words(rules.limit()),
                Marks.percent(rules.pass()),
                attempts + counting(test),
                review(test),
                dates(test));
    }

    private static String counting(Test test) {
        return switch (test.rules().counting()) {
            case BEST -> "; the best counts";
            case LAST -> "; the last counts";
            case FIRST -> "; the first counts";
            case AVERAGE -> "; their average counts";
        };
    }

    private String review(Test test) {
        return test.blueprint().review() == descent.course.material.MockTest.Review.RIGHT_AFTER
                ? "right after you hand in"
                : "after the test has closed";
    }

    private String dates(Test test) {
        var rules = test.rules();
        var from = rules.opensAt() == null ? "" : "from " + times.dateTimeZone(rules.opensAt());
        var until = rules.closesAt() == null ? "" : "until " + times.dateTimeZone(rules.closesAt());
        return (from + " " + until).strip();
    }
}
