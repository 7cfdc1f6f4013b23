package descent.quiz.author;

import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.quiz.attempt.NeutralQuestion;
import descent.quiz.marking.NeutraliseQuestion;
import descent.quiz.marking.Regrade;
import descent.quiz.view.Marks;
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
                Course course,
                MockTest test,
                List<Row> differences,
                List<String> asked,
                Map<String, String> neutral,
                String done);
    }

    /** A grade that would change. */
    public record Row(
            String learner,
            int attempt,
            String question,
            String before,
            String after,
            String tone) {}

    @GET
    public TemplateInstance plan(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestQuery @DefaultValue("") String done) {
        var taught = teaching.test(courseId, testId);
        var differences = regrade.plan(courseId, testId);
        var people =
                teaching.people(differences.stream().map(Regrade.Difference::personId).toList());
        var rows =
                differences.stream()
                        .map(each ->
                                new Row(
                                        people.containsKey(each.personId())
                                                ? people.get(each.personId()).name
                                                : "somebody who has left",
                                        each.attemptNumber(),
                                        each.questionId(),
                                        Marks.points(each.before().mark()),
                                        Marks.points(each.after().mark()),
                                        each.after().mark().compareTo(each.before().mark()) < 0
                                                ? "bad"
                                                : "good"))
                        .toList();
        return Templates.regrade(
                taught.course(),
                taught.test(),
                rows,
                List.copyOf(new TreeSet<>(neutralise.askedIn(courseId, testId))),
                NeutralQuestion.of(courseId, testId),
                done);
    }

    @POST
    public Response apply(@RestPath("course") String courseId, @RestPath("test") String testId) {
        teaching.test(courseId, testId);
        return back(courseId, testId, "changed-" + regrade.apply(courseId, testId));
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
