package descent.quiz.page;

import descent.account.CurrentPerson;
import descent.enrolment.Enrolments;
import descent.question.drawn.RefusedResponse;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.report.ReportMistake;
import descent.quiz.taking.EndAttempt;
import descent.quiz.taking.SaveResponse;
import descent.quiz.taking.SaveResponse.Outcome;
import descent.quiz.view.QuestionView;
import descent.quiz.view.Texts;
import descent.shared.web.ErrorPages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** An attempt that is open: its questions, its summary, handing it in. */
@Path("/attempts/{attempt}")
@Authenticated
public class AttemptPages {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final SaveResponse saveResponse;
    private final ReportMistake reportMistake;
    private final EndAttempt endAttempt;
    private final Enrolments enrolments;
    private final CurrentPerson person;
    private final Arrivals arrivals;
    private final Texts texts;
    private final SaveAnswers answers;
    private final SaveMeters meters;

    AttemptPages(
            SaveResponse saveResponse,
            ReportMistake reportMistake,
            EndAttempt endAttempt,
            Enrolments enrolments,
            CurrentPerson person,
            Arrivals arrivals,
            Texts texts,
            SaveAnswers answers,
            SaveMeters meters) {
        this.saveResponse = saveResponse;
        this.reportMistake = reportMistake;
        this.endAttempt = endAttempt;
        this.enrolments = enrolments;
        this.person = person;
        this.arrivals = arrivals;
        this.texts = texts;
        this.answers = answers;
        this.meters = meters;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance question(
                Attempt attempt,
                QuestionView question,
                Place place,
                Clockwork clock,
                List<String> overtaken,
                String done);

        static native TemplateInstance ended(UUID attempt, String reason);

        static native TemplateInstance outOfOrder(URI next);

        static native TemplateInstance summary(
                Attempt attempt, List<Place.Stop> stops, long unanswered, Clockwork clock);
    }

    @GET
    @Path("questions/{number}")
    public Response question(
            @RestPath UUID attempt,
            @RestPath int number,
            @RestQuery @DefaultValue("") String done) {
        return QuarkusTransaction.requiringNew()
                .call(() -> shown(attempt, number, List.of(), done))
                .get();
    }

    /**
     * Reads in the caller's transaction; the answer is made after it. A formula that nobody has
     * seen may have to be waited for, and who waits holds no connection.
     */
    private Supplier<Response> shown(UUID id, int number, List<String> overtaken, String done) {
        var attempt = Attempt.of(id, person.requiredId());
        var question = AttemptQuestion.of(attempt, number);
        if (!attempt.takesAnswers(arrivals.now())) {
            return () -> to(attempt.isOpen() ? summaryOf(attempt) : resultOf(attempt));
        }
        var sheet = AnswerSheet.of(AttemptStep.of(attempt));
        if (attempt.sequential && number != sheet.passed() + 1) {
            var answer = outOfOrder(attempt, sheet.passed() + 1);
            return () -> answer;
        }
        var place = Place.of(attempt, question, sheet);
        return () -> {
            var response = sheet.to(number).response();
            var pen = texts.of(attempt.courseId, question.lessonId);
            var view = QuestionView.of(question.asked(), response, pen);
            return page(attempt, view, place, overtaken, done);
        };
    }

    private Response page(
            Attempt attempt, QuestionView view, Place place, List<String> overtaken, String done) {
        return Response.status(overtaken.isEmpty() ? 200 : 409)
                .entity(
                        Templates.question(
                                attempt,
                                view,
                                place,
                                Clockwork.of(attempt, arrivals.now()),
                                overtaken,
                                done))
                .type(HTML)
                .build();
    }

    /** Of a test taken in order: leads to the question whose turn it is. */
    private static Response outOfOrder(Attempt attempt, int next) {
        boolean isThere = AttemptQuestion.of(attempt).size() >= next;
        return Response.status(Status.CONFLICT)
                .entity(
                        Templates.outOfOrder(
                                isThere ? questionOf(attempt, next) : summaryOf(attempt)))
                .type(HTML)
                .build();
    }

    /** Saves what a page shows, for a script or for a browser that goes on to another page. */
    @POST
    @Path("questions/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @RestPath UUID attempt,
            @RestPath int number,
            MultivaluedMap<String, String> fields,
            @Context HttpHeaders headers) {
        var form = new SentForm(fields);
        var sent = form.sent(arrivals.now());
        var saved = saved(attempt, number, sent);
        boolean reports = form.go().equals("report");
        if (reports) {
            reportMistake.report(attempt, person.requiredId(), number, form.report());
        }
        if (!ErrorPages.wantsPage(headers)) {
            return answers.of(saved);
        }
        return switch (saved) {
            case Outcome.Saved _ ->
                    to(reports ? reported(attempt, number) : next(attempt, number, form.go()));
            case Outcome.Overtaken _ ->
                    QuarkusTransaction.requiringNew()
                            .call(() -> shown(attempt, number, typed(sent), ""))
                            .get();
            case Outcome.OutOfOrder(int next) ->
                    QuarkusTransaction.requiringNew()
                            .call(() -> outOfOrder(Attempt.of(attempt, person.requiredId()), next));
            case Outcome.Ended ended ->
                    Response.status(Status.CONFLICT)
                            .entity(Templates.ended(attempt, answers.words(ended)))
                            .type(HTML)
                            .build();
        };
    }

    private Outcome saved(UUID attempt, int number, SaveResponse.Sent sent) {
        var who = person.requiredId();
        enrolments.requireEnrolled(Attempt.of(attempt, who).courseId);
        try {
            return meters.timed(() -> saveResponse.save(attempt, who, number, sent));
        } catch (RefusedResponse e) {
            throw SentForm.refused(e);
        }
    }

    /** What was typed into a page that another has overtaken, so that nothing is lost. */
    private static List<String> typed(SaveResponse.Sent sent) {
        var typed = sent.response().values().values().stream().flatMap(List::stream).toList();
        return typed.isEmpty() ? List.of("nothing") : typed;
    }

    private static URI next(UUID attempt, int number, String go) {
        return go.matches(SentForm.NUMBER)
                ? URI.create("/attempts/%s/questions/%s".formatted(attempt, go))
                : go.equals("summary")
                        ? URI.create("/attempts/" + attempt + "/summary")
                        : URI.create("/attempts/%s/questions/%d".formatted(attempt, number));
    }

    private static URI reported(UUID attempt, int number) {
        return URI.create("/attempts/%s/questions/%d?done=reported".formatted(attempt, number));
    }

    /** How much time is left, for an open page to ask. */
    @GET
    @Path("time")
    public Response time(@RestPath("attempt") UUID id) {
        var attempt = Attempt.of(id, person.requiredId());
        return Response.ok(
                        Map.of(
                                "open",
                                attempt.isOpen(),
                                "remaining",
                                attempt.remaining(arrivals.now()).toMillis()),
                        MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("summary")
    public Response summary(@RestPath("attempt") UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var attempt = Attempt.of(id, person.requiredId());
                    if (!attempt.isOpen()) {
                        return to(resultOf(attempt));
                    }
                    var stops = Place.stops(attempt, AnswerSheet.of(AttemptStep.of(attempt)), 0);
                    long unanswered = stops.stream().filter(stop -> !stop.answered()).count();
                    return Response.ok(
                                    Templates.summary(
                                            attempt,
                                            stops,
                                            unanswered,
                                            Clockwork.of(attempt, arrivals.now())))
                            .build();
                });
    }

    /**
     * Hands in what is saved.
     *
     * @param timeup the page says that its time is over
     */
    @POST
    @Path("submit")
    public Response submit(
            @RestPath("attempt") UUID id, @RestForm @DefaultValue("") String timeup) {
        var who = person.requiredId();
        enrolments.requireEnrolled(Attempt.of(id, who).courseId);
        boolean ended = endAttempt.submit(id, who, !timeup.isEmpty(), arrivals.now());
        return to(URI.create("/attempts/" + id + (ended ? "" : "/summary")));
    }

    static URI summaryOf(Attempt attempt) {
        return URI.create("/attempts/" + attempt.id + "/summary");
    }

    static URI resultOf(Attempt attempt) {
        return URI.create("/attempts/" + attempt.id);
    }

    static URI questionOf(Attempt attempt, int number) {
        return URI.create("/attempts/%s/questions/%d".formatted(attempt.id, number));
    }

    static Response to(URI uri) {
        return Response.status(Status.SEE_OTHER).location(uri).build();
    }
}
