package descent.quiz.page;

import descent.account.CurrentPerson;
import descent.course.material.ReviewPolicy.Part;
import descent.enrolment.Enrolments;
import descent.question.drawn.Certainty;
import descent.question.drawn.RefusedResponse;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.grading.SettleRuns;
import descent.quiz.marking.MarkAnswer;
import descent.quiz.practice.AnswerPractice;
import descent.quiz.practice.AnswerPractice.Deed;
import descent.quiz.practice.GoOnWithPractice;
import descent.quiz.practice.Progress;
import descent.quiz.report.ReportMistake;
import descent.quiz.view.Marks;
import descent.quiz.view.QuestionView;
import descent.quiz.view.ReviewView;
import descent.quiz.view.ReviewView.Reviewed;
import descent.quiz.view.Texts;
import descent.shared.text.Html;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A practice under way: question, check, hints, tries, solution, and on to the next. */
@Path("/practice/{attempt}")
@Authenticated
public class PracticeQuestionPages {
    /** While it may still be tried. */
    private static final Set<Part> AFTER_TRY =
            EnumSet.of(Part.ATTEMPT, Part.CORRECTNESS, Part.FEEDBACK);

    private final AnswerPractice answerPractice;
    private final GoOnWithPractice goOn;
    private final SettleRuns settleRuns;
    private final MarkAnswer markAnswer;
    private final ReportMistake reportMistake;
    private final Enrolments enrolments;
    private final CurrentPerson person;
    private final Texts texts;

    PracticeQuestionPages(
            AnswerPractice answerPractice,
            GoOnWithPractice goOn,
            SettleRuns settleRuns,
            MarkAnswer markAnswer,
            ReportMistake reportMistake,
            Enrolments enrolments,
            CurrentPerson person,
            Texts texts) {
        this.answerPractice = answerPractice;
        this.goOn = goOn;
        this.settleRuns = settleRuns;
        this.markAnswer = markAnswer;
        this.reportMistake = reportMistake;
        this.enrolments = enrolments;
        this.person = person;
        this.texts = texts;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance practiceQuestion(
                Attempt attempt, int of, Exercise exercise, String done);
    }

    /**
     * A question that is practised.
     *
     * @param review what is said to the answer checked last, or all when it is done with
     * @param hints those given so far
     * @param certainty what certainty makes of the answer; empty when nothing was said of it
     */
    public record Exercise(
            int number,
            QuestionView question,
            Optional<ReviewView> review,
            boolean done,
            int tries,
            List<Html> hints,
            boolean moreHints,
            String sure,
            String certainty) {}

    /**
     * What the database holds of it, read at once; drawn when its connection is free again.
     *
     * @param of how many questions there are
     */
    private record Read(
            Attempt attempt,
            AttemptQuestion question,
            int of,
            Progress progress,
            Optional<Reviewed> reviewed) {}

    @GET
    public Response whereItStands(@RestPath("attempt") UUID id) {
        var attempt = Attempt.of(id, person.requiredId());
        return attempt.isOpen() ? next(id, 0) : AttemptPages.to(AttemptPages.resultOf(attempt));
    }

    @GET
    @Path("questions/{number}")
    public Response question(
            @RestPath("attempt") UUID id,
            @RestPath int number,
            @RestQuery @DefaultValue("") String done) {
        if (Attempt.of(id, person.requiredId()).awaiting > 0) {
            settleRuns.settle(id);
        }
        var read = QuarkusTransaction.requiringNew().call(() -> read(id, number));
        var attempt = read.attempt();
        return attempt.isOpen()
                ? Response.ok(Templates.practiceQuestion(attempt, read.of(), exercise(read), done))
                        .build()
                : AttemptPages.to(AttemptPages.resultOf(attempt));
    }

    private Read read(UUID id, int number) {
        var attempt = Attempt.of(id, person.requiredId());
        var question = AttemptQuestion.of(attempt, number);
        var steps = AttemptStep.of(attempt);
        var progress = Progress.of(steps, number);
        var reviewed =
                progress.done()
                        .or(progress::tried)
                        .map(given ->
                                new Reviewed(
                                        question,
                                        progress.answer().response(),
                                        given,
                                        settleRuns.runOf(attempt, steps, number),
                                        "",
                                        markAnswer.mayMarkOwn(
                                                attempt, progress.done().orElse(null))));
        return new Read(attempt, question, AttemptQuestion.of(attempt).size(), progress, reviewed);
    }

    private Exercise exercise(Read read) {
        var question = read.question();
        var progress = read.progress();
        var pen = texts.of(read.attempt().courseId, question.lessonId);
        var drawn = question.drawn();
        var hints = drawn.key().hints();
        var may = progress.isDone() ? EnumSet.allOf(Part.class) : AFTER_TRY;
        var sure = progress.answer().certainty();
        return new Exercise(
                question.number(),
                QuestionView.of(drawn.asked(), progress.answer().response(), pen),
                read.reviewed().map(each -> ReviewView.of(each, may, pen)),
                progress.isDone(),
                progress.tries(),
                hints.stream().limit(progress.hints()).map(pen::html).toList(),
                progress.hints() < hints.size(),
                sure.map(Certainty::name).orElse(""),
                sure.flatMap(each ->
                                progress.done()
                                        .filter(given -> !given.isPending())
                                        .map(given ->
                                                Marks.points(each.mark(given.grade().fraction()))))
                        .orElse(""));
    }

    @POST
    @Path("questions/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @RestPath("attempt") UUID id,
            @RestPath int number,
            MultivaluedMap<String, String> fields) {
        var who = person.requiredId();
        enrolments.requireEnrolled(Attempt.of(id, who).courseId);
        var form = new SentForm(fields);
        var deed = deed(form.go());
        try {
            answerPractice.answer(
                    id,
                    who,
                    number,
                    new AnswerPractice.Sent(form.response(), form.certainty(), deed));
        } catch (RefusedResponse e) {
            throw SentForm.refused(e);
        }
        if (form.go().equals("report")) {
            reportMistake.report(id, who, number, form.report());
            return at(id, number, "?done=reported");
        }
        return form.go().equals("next") ? next(id, number) : at(id, number, "");
    }

    private static Deed deed(String go) {
        return switch (go) {
            case "check" -> Deed.CHECK;
            case "hint" -> Deed.HINT;
            case "reveal" -> Deed.REVEAL;
            case "stay", "next", "report" -> Deed.KEEP;
            default ->
                    throw Problem.badRequest(
                            "An answer is sent to check, hint, reveal, next, report or stay.");
        };
    }

    /** The learner's own marks for a text. */
    @POST
    @Path("questions/{number}/marks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(
            @RestPath("attempt") UUID id,
            @RestPath int number,
            MultivaluedMap<String, String> fields) {
        markAnswer.markOwn(id, person.requiredId(), number, RubricForm.points(fields));
        return at(id, number, "?done=marked");
    }

    @POST
    @Path("end")
    public Response end(@RestPath("attempt") UUID id) {
        goOn.end(id, person.requiredId());
        return AttemptPages.to(URI.create("/attempts/" + id));
    }

    private Response next(UUID id, int from) {
        var number = goOn.next(id, person.requiredId(), from);
        return number.isPresent()
                ? at(id, number.getAsInt(), "")
                : AttemptPages.to(URI.create("/attempts/" + id));
    }

    private static Response at(UUID id, int number, String rest) {
        return AttemptPages.to(
                URI.create("/practice/%s/questions/%d%s".formatted(id, number, rest)));
    }
}
