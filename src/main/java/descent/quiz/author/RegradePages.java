package descent.quiz.author;

import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.quiz.attempt.NeutralQuestion;
import descent.quiz.marking.NeutraliseQuestion;
import descent.quiz.marking.Regrade;
import descent.quiz.marking.Regrading;
import descent.quiz.view.Marks;
import descent.shared.web.Paging;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a mended key would change, the button that changes it, and questions that do not count. */
@Path("/teach/{course}/tests/{test}/regrade")
@RolesAllowed("author")
public class RegradePages {
    private final Teaching teaching;
    private final Regrade regrade;
    private final NeutraliseQuestion neutralise;

    RegradePages(Teaching teaching, Regrade regrade, NeutraliseQuestion neutralise) {
        this.teaching = teaching;
        this.regrade = regrade;
        this.neutralise = neutralise;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance regrade(
                Course course, MockTest test, Plan plan, Neutral neutral, String done);
    }

    /**
     * @param regrading empty where nobody has asked
     * @param q letters of what is listed; empty for all
     */
    public record Plan(Optional<Regrading> regrading, String q, Paging.Part<Row> rows) {
        public boolean atWork() {
            return regrading.filter(Regrading::isAtWork).isPresent();
        }

        /** Whether there are rows to look at, were nothing searched. */
        public boolean listed() {
            return !atWork() && regrading.filter(each -> each.changed > 0).isPresent();
        }
    }

    /**
     * @param asked ids of the questions that the test has asked
     * @param reasons by the ids of those that do not count
     */
    public record Neutral(List<String> asked, Map<String, String> reasons) {}

    /** A grade that would change. */
    public record Row(
            String learner,
            int attempt,
            String question,
            String before,
            String after,
            String tone) {
        static Row of(Regrade.Difference difference) {
            return new Row(
                    difference.learner(),
                    difference.attemptNumber(),
                    difference.questionId(),
                    Marks.points(difference.before()),
                    Marks.points(difference.after()),
                    difference.after().compareTo(difference.before()) < 0 ? "bad" : "good");
        }
    }

    /**
     * @param page from 0
     */
    @GET
    public TemplateInstance plan(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String done) {
        var taught = teaching.test(courseId, testId);
        var regrading = Regrading.of(courseId, testId);
        var rows =
                Paging.read(
                        page,
                        Map.of("q", q),
                        (first, number) ->
                                regrading
                                        .map(each -> regrade.differences(each, q, first, number))
                                        .orElse(List.of()));
        var neutral =
                new Neutral(
                        List.copyOf(new TreeSet<>(neutralise.askedIn(courseId, testId))),
                        NeutralQuestion.of(courseId, testId));
        return Templates.regrade(
                taught.course(),
                taught.test(),
                new Plan(regrading, q, rows.map(Row::of)),
                neutral,
                done);
    }

    /** What is done with the plan: it is made, carried out or dropped. */
    @POST
    public Response regrade(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestForm("do") @DefaultValue("") String deed) {
        teaching.test(courseId, testId);
        switch (deed) {
            case "plan" -> regrade.plan(courseId, testId);
            case "apply" -> regrade.apply(courseId, testId);
            case "drop" -> regrade.drop(courseId, testId);
            default -> throw Problem.badRequest("A regrading is sent to plan, apply or drop.");
        }
        return back(courseId, testId, "");
    }

    @POST
    @Path("neutral")
    public Response neutral(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestForm @DefaultValue("") String question,
            @RestForm @DefaultValue("") String reason) {
        teaching.test(courseId, testId);
        int changed = neutralise.neutralise(courseId, testId, question, reason, teaching.author());
        return back(courseId, testId, "neutral-" + changed);
    }

    @POST
    @Path("restore")
    public Response restore(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestForm @DefaultValue("") String question) {
        teaching.test(courseId, testId);
        return back(courseId, testId, "restored-" + neutralise.restore(courseId, testId, question));
    }

    private static Response back(String course, String test, String done) {
        return Response.seeOther(
                        URI.create(
                                "/teach/%s/tests/%s/regrade?done=%s".formatted(course, test, done)))
                .build();
    }
}
