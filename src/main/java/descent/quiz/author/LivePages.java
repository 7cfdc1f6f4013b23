package descent.quiz.author;

import descent.course.material.Course;
import descent.course.material.MockTest;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.Behaviour;
import descent.quiz.author.LiveAttempts.Row;
import descent.quiz.watch.CloseAttempt;
import descent.quiz.watch.MoveDeadline;
import descent.shared.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The attempts at a test: who is at it, how far, how long; more time, an end, another chance. */
@Path("/teach/{course}/tests/{test}")
@RolesAllowed("author")
public class LivePages {
    private final Teaching teaching;
    private final LiveAttempts attempts;
    private final MoveDeadline moveDeadline;
    private final CloseAttempt closeAttempt;
    private final Clock clock;

    LivePages(
            Teaching teaching,
            LiveAttempts attempts,
            MoveDeadline moveDeadline,
            CloseAttempt closeAttempt,
            Clock clock) {
        this.teaching = teaching;
        this.attempts = attempts;
        this.moveDeadline = moveDeadline;
        this.closeAttempt = closeAttempt;
        this.clock = clock;
    }

    @CheckedTemplate(
            basePath = "quiz/author",
            defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance live(
                Course course, MockTest test, Overview overview, String q, String done);
    }

    /**
     * All attempts; those that are over by pages.
     *
     * @param over how many are over
     * @param moves how often deadlines of those under way have been moved
     * @param late how many under way end after the test closes now
     */
    public record Overview(
            List<Row> open, Paging.Part<Row> ended, int over, long moves, long late) {}

    /**
     * @param q letters of the names whose attempts that are over are shown; empty for all
     * @param page of those that are over, from 0
     */
    @GET
    public TemplateInstance live(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("0") int page,
            @RestQuery @DefaultValue("") String done) {
        var taught = teaching.test(courseId, testId);
        List<Attempt> all =
                Attempt.list(
                        "courseId = ?1 and testId = ?2 and behaviour = ?3 order by startedAt desc",
                        courseId,
                        testId,
                        Behaviour.TEST);
        var over = all.stream().filter(attempt -> !attempt.isOpen()).toList();
        var shown = Paging.of(attempts.of(over, q), page, Map.of("q", q));
        var now = clock.instant();
        var open = attempts.rows(all.stream().filter(Attempt::isOpen).toList(), now);
        var overview =
                new Overview(
                        open,
                        new Paging.Part<>(attempts.rows(shown.rows(), now), shown.paging()),
                        over.size(),
                        AttemptStep.moves(open.stream().map(row -> row.attempt().id).toList()),
                        open.stream().filter(Row::late).count());
        return Templates.live(taught.course(), taught.test(), overview, q, done);
    }

    @POST
    @Path("extend")
    public Response extendAll(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestForm @DefaultValue("0") int minutes,
            @RestForm @DefaultValue("-1") long moves) {
        teaching.test(courseId, testId);
        int extended = moveDeadline.extendAll(courseId, testId, Duration.ofMinutes(minutes), moves);
        return back(courseId, testId, "extended-" + extended);
    }

    @POST
    @Path("attempts/{attempt}/extend")
    public Response extend(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestPath UUID attempt,
            @RestForm @DefaultValue("0") int minutes,
            @RestForm @DefaultValue("-1") long moves) {
        teaching.test(courseId, testId);
        moveDeadline.extend(attempt, courseId, Duration.ofMinutes(minutes), moves);
        return back(courseId, testId, "extended");
    }

    @POST
    @Path("attempts/{attempt}/close")
    public Response close(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestPath UUID attempt) {
        teaching.test(courseId, testId);
        closeAttempt.close(attempt, courseId);
        return back(courseId, testId, "closed");
    }

    @POST
    @Path("attempts/{attempt}/reopen")
    public Response reopen(
            @RestPath("course") String courseId,
            @RestPath("test") String testId,
            @RestPath UUID attempt,
            @RestForm @DefaultValue("0") int minutes) {
        teaching.test(courseId, testId);
        moveDeadline.reopen(attempt, courseId, Duration.ofMinutes(minutes));
        return back(courseId, testId, "reopened");
    }

    private static Response back(String course, String test, String done) {
        return Response.seeOther(
                        URI.create("/teach/%s/tests/%s?done=%s".formatted(course, test, done)))
                .build();
    }
}
