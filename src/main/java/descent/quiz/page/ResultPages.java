package descent.quiz.page;

import descent.account.CurrentPerson;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.EndAttempt;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.rules.ReviewPolicy;
import descent.quiz.rules.ReviewPolicy.Part;
import descent.quiz.rules.ReviewPolicy.Phase;
import descent.quiz.rules.Tests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** An attempt wherever it stands: its next question, or its result as far as it may be seen. */
@Path("/attempts/{attempt}")
@Authenticated
public class ResultPages {
    private static final Duration RIGHT_AFTER = Duration.ofMinutes(2);

    private final EndAttempt endAttempt;
    private final Tests tests;
    private final CurrentPerson person;
    private final Texts texts;
    private final Clock clock;

    ResultPages(
            EndAttempt endAttempt, Tests tests, CurrentPerson person, Texts texts, Clock clock) {
        this.endAttempt = endAttempt;
        this.tests = tests;
        this.person = person;
        this.texts = texts;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "quiz", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance result(
                Attempt attempt, Total total, List<ReviewView> questions);
    }

    /**
     * The whole of an attempt.
     *
     * @param points empty where they are not shown
     * @param verdict whether it was passed; empty where that is not shown
     */
    public record Total(
            String points,
            String outOf,
            String percent,
            String verdict,
            boolean passed,
            boolean all) {}

    @GET
    public Response attempt(@RestPath("attempt") UUID id) {
        var attempt = Attempt.of(id, person.requiredId());
        if (attempt.isOpen() && !attempt.isOverdue(clock.instant())) {
            return AttemptPages.to(whereToGoOn(attempt));
        }
        if (!attempt.isGraded()) {
            endAttempt.closeIfOver(id);
        }
        return QuarkusTransaction.requiringNew().call(() -> Response.ok(result(id)).build());
    }

    /** The first question without an answer. */
    private static java.net.URI whereToGoOn(Attempt attempt) {
        var sheet = AnswerSheet.of(AttemptStep.of(attempt));
        return AttemptQuestion.of(attempt).stream()
                .map(AttemptQuestion::number)
                .filter(number -> sheet.to(number).response().values().isEmpty())
                .findFirst()
                .map(number -> AttemptPages.questionOf(attempt, number))
                .orElseGet(() -> AttemptPages.summaryOf(attempt));
    }

    private TemplateInstance result(UUID id) {
        var attempt = Attempt.of(id, person.requiredId());
        var may = visible(attempt);
        var steps = AttemptStep.of(attempt);
        var sheet = AnswerSheet.of(steps);
        var grades = GivenGrade.of(steps);
        var questions =
                !may.contains(Part.ATTEMPT)
                        ? List.<ReviewView>of()
                        : AttemptQuestion.of(attempt).stream()
                                .map(question ->
                                        ReviewView.of(
                                                question,
                                                sheet.to(question.number()).response(),
                                                grades.get(question.number()),
                                                may,
                                                texts.of(attempt.courseId, question.lessonId),
                                                attempt.courseId))
                                .toList();
        return Templates.result(attempt, total(attempt, may), questions);
    }

    private static Total total(Attempt attempt, Set<Part> may) {
        boolean marks = may.contains(Part.MARKS) && attempt.mark != null;
        var verdict = attempt.isPassed() ? "Passed" : "Not passed yet";
        return new Total(
                marks && attempt.mark != null ? Marks.points(attempt.mark) : "",
                Marks.points(attempt.outOf),
                Marks.percent(attempt.share()),
                may.contains(Part.OVERALL) && attempt.unmarked == 0 ? verdict : "",
                attempt.isPassed(),
                may.contains(Part.RIGHT_ANSWER));
    }

    private Set<Part> visible(Attempt attempt) {
        var rules =
                tests.find(attempt.courseId, attempt.testId, attempt.personId)
                        .map(Tests.Test::rules);
        var policy = rules.map(r -> r.review()).orElseGet(ReviewPolicy::marksOnly);
        var now = clock.instant();
        boolean closed =
                rules.map(r -> r.closesAt()).filter(close -> !now.isBefore(close)).isPresent();
        if (closed) {
            return policy.in(Phase.AFTER_CLOSING);
        }
        var end = attempt.finishedAt;
        return policy.in(
                end != null && now.isBefore(end.plus(RIGHT_AFTER))
                        ? Phase.RIGHT_AFTER
                        : Phase.WHILE_OPEN);
    }
}
