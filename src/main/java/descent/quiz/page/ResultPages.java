package descent.quiz.page;

import descent.account.CurrentPerson;
import descent.course.material.ReviewPolicy.Part;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.NeutralQuestion;
import descent.quiz.grading.SettleRuns;
import descent.quiz.marking.MarkAnswer;
import descent.quiz.report.ReportMistake;
import descent.quiz.rules.Tests;
import descent.quiz.rules.Tests.Test;
import descent.quiz.taking.EndAttempt;
import descent.quiz.view.Marks;
import descent.quiz.view.ReviewView;
import descent.quiz.view.ReviewView.Reviewed;
import descent.quiz.view.Texts;
import descent.shared.text.Html;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** An attempt wherever it stands: its next question, or its result as far as it may be seen. */
@Path("/attempts/{attempt}")
@Authenticated
public class ResultPages {
    private static final List<AttemptQuestion> NONE = List.of();

    private final EndAttempt endAttempt;
    private final SettleRuns settleRuns;
    private final MarkAnswer markAnswer;
    private final ReportMistake reportMistake;
    private final Tests tests;
    private final CurrentPerson person;
    private final Texts texts;
    private final Clock clock;

    ResultPages(
            EndAttempt endAttempt,
            SettleRuns settleRuns,
            MarkAnswer markAnswer,
            ReportMistake reportMistake,
            Tests tests,
            CurrentPerson person,
            Texts texts,
            Clock clock) {
        this.endAttempt = endAttempt;
        this.settleRuns = settleRuns;
        this.markAnswer = markAnswer;
        this.reportMistake = reportMistake;
        this.tests = tests;
        this.person = person;
        this.texts = texts;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance result(
                Attempt attempt, Total total, List<ReviewView> questions, String done);
    }

    /**
     * The whole of an attempt.
     *
     * @param points empty where they are not shown
     * @param verdict whether it was passed; empty where that is not shown
     * @param remark what the author says to that many points; empty for nothing
     */
    public record Total(
            String points,
            String outOf,
            String percent,
            String verdict,
            Html remark,
            boolean passed,
            boolean all) {}

    /** What the database holds of it, read at once; drawn when its connection is free again. */
    private record Read(
            Attempt attempt, Optional<Test> test, Set<Part> may, List<Reviewed> questions) {}

    @GET
    public Response attempt(
            @RestPath("attempt") UUID id, @RestQuery @DefaultValue("") String done) {
        var attempt = Attempt.of(id, person.requiredId());
        if (attempt.isOpen() && !attempt.isOverdue(clock.instant())) {
            return AttemptPages.to(
                    attempt.behaviour == Behaviour.PRACTICE
                            ? URI.create("/practice/" + id)
                            : whereToGoOn(attempt));
        }
        if (!attempt.isGraded()) {
            endAttempt.closeIfOver(id);
        }
        settleRuns.settle(id);
        var read = QuarkusTransaction.requiringNew().call(() -> read(id));
        return Response.ok(drawn(read, done)).build();
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
        return backTo(id, number, "marked");
    }

    /** Something is wrong with a question. */
    @POST
    @Path("questions/{number}/reports")
    public Response report(
            @RestPath("attempt") UUID id,
            @RestPath int number,
            @RestForm @DefaultValue("") String report) {
        reportMistake.report(id, person.requiredId(), number, report);
        return backTo(id, number, "reported");
    }

    private static Response backTo(UUID id, int number, String done) {
        return AttemptPages.to(URI.create("/attempts/%s?done=%s#q%d".formatted(id, done, number)));
    }

    /** The first question without an answer. */
    private static URI whereToGoOn(Attempt attempt) {
        var sheet = AnswerSheet.of(AttemptStep.of(attempt));
        return AttemptQuestion.of(attempt).stream()
                .filter(question ->
                        attempt.sequential
                                ? question.number() > sheet.passed()
                                : !question.isAnswered(sheet.to(question.number()).response()))
                .findFirst()
                .map(question -> AttemptPages.questionOf(attempt, question.number()))
                .orElseGet(() -> AttemptPages.summaryOf(attempt));
    }

    /** Of practice only what was done with. */
    private static List<AttemptQuestion> asked(Attempt attempt, Map<Integer, GivenGrade> grades) {
        return AttemptQuestion.of(attempt).stream()
                .filter(question ->
                        attempt.behaviour != Behaviour.PRACTICE
                                || grades.containsKey(question.number()))
                .toList();
    }

    private Read read(UUID id) {
        var attempt = Attempt.of(id, person.requiredId());
        var test = tests.find(attempt.courseId, attempt.testId, attempt.personId);
        var may = attempt.visible(test.map(Test::rules), clock.instant());
        var steps = AttemptStep.of(attempt);
        var sheet = AnswerSheet.of(steps);
        var grades = GivenGrade.of(steps);
        var neutral = NeutralQuestion.of(attempt);
        var questions = new ArrayList<Reviewed>();
        for (var question : may.contains(Part.ATTEMPT) ? asked(attempt, grades) : NONE) {
            int number = question.number();
            var given = grades.get(number);
            questions.add(
                    new Reviewed(
                            question,
                            sheet.to(number).response(),
                            given,
                            settleRuns.runOf(attempt, steps, number),
                            neutral.getOrDefault(question.questionId, ""),
                            markAnswer.mayMarkOwn(attempt, given)));
        }
        return new Read(attempt, test, may, questions);
    }

    private TemplateInstance drawn(Read read, String done) {
        var attempt = read.attempt();
        var questions = new ArrayList<ReviewView>();
        for (var each : read.questions()) {
            var pen = texts.of(attempt.courseId, each.question().lessonId);
            questions.add(ReviewView.of(each, read.may(), pen));
        }
        return Templates.result(attempt, total(attempt, read.test(), read.may()), questions, done);
    }

    private Total total(Attempt attempt, Optional<Test> test, Set<Part> may) {
        boolean marks = may.contains(Part.MARKS) && attempt.mark != null;
        boolean overall = may.contains(Part.OVERALL) && isFinal(attempt);
        var verdict = attempt.isPassed() ? "Passed" : "Not passed yet";
        return new Total(
                marks && attempt.mark != null ? Marks.points(attempt.mark) : "",
                Marks.points(attempt.outOf),
                Marks.percent(attempt.share()),
                overall ? verdict : "",
                overall ? remark(attempt, test) : Html.NONE,
                attempt.isPassed(),
                may.contains(Part.RIGHT_ANSWER));
    }

    private static boolean isFinal(Attempt attempt) {
        return attempt.behaviour != Behaviour.PRACTICE && attempt.unmarked + attempt.awaiting == 0;
    }

    /** What the author says to the whole; of a test that is gone nothing. */
    private Html remark(Attempt attempt, Optional<Test> test) {
        return test.flatMap(each -> each.blueprint().remarkOn(attempt.share()))
                .map(remark -> texts.of(attempt.courseId, "").html(remark.source()))
                .orElse(Html.NONE);
    }
}
