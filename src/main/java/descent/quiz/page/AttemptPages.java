package descent.quiz.page;

import descent.account.CurrentPerson;
import descent.enrolment.Enrolments;
import descent.question.drawn.RefusedResponse;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.EndAttempt;
import descent.quiz.attempt.SaveResponse;
import descent.quiz.attempt.SaveResponse.Outcome;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** An attempt that is open: its questions, its summary, handing it in. */
@Path("/attempts/{attempt}")
@Authenticated
public class AttemptPages {
    private final SaveResponse saveResponse;
    private final EndAttempt endAttempt;
    private final Enrolments enrolments;
    private final CurrentPerson person;
    private final Arrivals arrivals;
    private final Texts texts;
    private final SaveAnswers answers;

    AttemptPages(
            SaveResponse saveResponse,
            EndAttempt endAttempt,
            Enrolments enrolments,
            CurrentPerson person,
            Arrivals arrivals,
            Texts texts,
            SaveAnswers answers) {
        this.saveResponse = saveResponse;
        this.endAttempt = endAttempt;
        this.enrolments = enrolments;
        this.person = person;
        this.arrivals = arrivals;
        this.texts = texts;
        this.answers = answers;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance question(
                Attempt attempt,
                QuestionView question,
                Place place,
                Clockwork clock,
                List<String> overtaken);

        static native TemplateInstance ended(UUID attempt, String reason);

        static native TemplateInstance summary(
                Attempt attempt, List<Stop> stops, long unanswered, Clockwork clock);
    }

    /** A question in the list of all. */
    public record Stop(int number, boolean answered, boolean flagged, boolean here) {
        public String words() {
            return (answered ? "answered" : "not answered") + (flagged ? ", flagged" : "");
        }
    }

    /** Where in the attempt one is. */
    public record Place(int number, int of, int revision, boolean flagged, List<Stop> stops) {
        public boolean isFirst() {
            return number == 1;
        }

        public boolean isLast() {
            return number == of;
        }
    }

    @GET
    @Path("questions/{number}")
    public Response question(@RestPath UUID attempt, @RestPath int number) {
        return QuarkusTransaction.requiringNew().call(() -> shown(attempt, number, List.of()));
    }

    private Response shown(UUID id, int number, List<String> overtaken) {
        var attempt = Attempt.of(id, person.requiredId());
        var question = AttemptQuestion.of(attempt, number);
        if (!attempt.takesAnswers(arrivals.now())) {
            return to(attempt.isOpen() ? summaryOf(attempt) : resultOf(attempt));
        }
        var sheet = AnswerSheet.of(AttemptStep.of(attempt));
        var stops = stops(attempt, sheet, number);
        var entry = sheet.to(number);
        var view =
                QuestionView.of(
                        question.drawn().asked(),
                        entry.response(),
                        texts.of(attempt.courseId, question.lessonId));
        var place =
                new Place(number, stops.size(), entry.revision(), sheet.isFlagged(number), stops);
        return Response.status(overtaken.isEmpty() ? 200 : 409)
                .entity(
                        Templates.question(
                                attempt,
                                view,
                                place,
                                Clockwork.of(attempt, arrivals.now()),
                                overtaken))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
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
        if (!ErrorPages.wantsPage(headers)) {
            return answers.of(saved);
        }
        return switch (saved) {
            case Outcome.Saved _ -> to(next(attempt, number, form.go()));
            case Outcome.Overtaken _ ->
                    QuarkusTransaction.requiringNew()
                            .call(() -> shown(attempt, number, typed(sent)));
            case Outcome.Ended ended ->
                    Response.status(Status.CONFLICT)
                            .entity(Templates.ended(attempt, answers.words(ended)))
                            .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                            .build();
        };
    }

    private Outcome saved(UUID attempt, int number, SaveResponse.Sent sent) {
        var who = person.requiredId();
        enrolments.requireEnrolled(Attempt.of(attempt, who).courseId);
        try {
            return saveResponse.save(attempt, who, number, sent);
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
        return go.matches("[0-9]{1,4}")
                ? URI.create("/attempts/%s/questions/%s".formatted(attempt, go))
                : go.equals("summary")
                        ? URI.create("/attempts/" + attempt + "/summary")
                        : URI.create("/attempts/%s/questions/%d".formatted(attempt, number));
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
                    var stops = stops(attempt, AnswerSheet.of(AttemptStep.of(attempt)), 0);
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

    private static List<Stop> stops(Attempt attempt, AnswerSheet sheet, int here) {
        return AttemptQuestion.of(attempt).stream()
                .map(question -> {
                    int number = question.number();
                    boolean answered = !sheet.to(number).response().values().isEmpty();
                    return new Stop(number, answered, sheet.isFlagged(number), number == here);
                })
                .toList();
    }
}
