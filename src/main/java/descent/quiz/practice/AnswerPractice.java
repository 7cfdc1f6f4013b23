package descent.quiz.practice;

import descent.question.drawn.Certainty;
import descent.question.drawn.Grade;
import descent.question.drawn.Grader;
import descent.question.drawn.Response;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.grading.GradeAttempt;
import descent.quiz.taking.SaveResponse;
import descent.quiz.taking.Withheld;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Checks an answer in practice, gives a hint, or shows the solution; keeps what was typed. */
@ApplicationScoped
public class AnswerPractice {
    /** What is asked for with an answer. */
    public enum Deed {
        CHECK,
        HINT,
        REVEAL,
        KEEP
    }

    /** An answer as it was sent. */
    public record Sent(Response response, Optional<Certainty> certainty, Deed deed) {}

    /** One question with all that happened to it, locked. */
    private record Turn(
            Attempt attempt, AttemptQuestion question, List<AttemptStep> steps, Sent sent) {
        int number() {
            return question.number();
        }
    }

    private final GradeAttempt gradeAttempt;
    private final Withheld withheld;
    private final Clock clock;

    AnswerPractice(GradeAttempt gradeAttempt, Withheld withheld, Clock clock) {
        this.gradeAttempt = gradeAttempt;
        this.withheld = withheld;
        this.clock = clock;
    }

    /**
     * Of a question that is done with nothing changes.
     *
     * @throws Problem 404 for what is not this person's, 409 when the practice is over or a test
     *     keeps the question's key back
     * @throws descent.question.drawn.RefusedResponse for what this question does not have
     */
    @Transactional
    public void answer(UUID attemptId, UUID personId, int number, Sent sent) {
        var attempt = Attempt.locked(attemptId, personId);
        var question = AttemptQuestion.of(attempt, number);
        question.asked().read(sent.response());
        if (!attempt.takesAnswers(clock.instant())) {
            throw Problem.conflict("This practice is over.");
        }
        if (withheld.from(personId, attempt.courseId).contains(question.questionId)) {
            throw Problem.conflict(
                    "A test of yours asks this question and does not tell its answer yet: come back"
                            + " to it when the test does.");
        }
        var before = Progress.of(AttemptStep.of(attempt), number);
        if (before.isDone()) {
            return;
        }
        keep(attempt, number, before, sent);
        var turn = new Turn(attempt, question, AttemptStep.of(attempt), sent);
        switch (sent.deed()) {
            case CHECK -> check(turn, before);
            case HINT -> hint(turn, before);
            case REVEAL -> reveal(turn, before);
            case KEEP -> {}
        }
    }

    private void keep(Attempt attempt, int number, Progress before, Sent sent) {
        var standing = before.answer();
        if (standing.revision() >= SaveResponse.MOST_REVISIONS) {
            throw Problem.conflict("That were very many tries. Let the solution be shown.");
        }
        if (!standing.says(sent.response(), sent.certainty())) {
            new AttemptStep(attempt, Kind.SAVED, clock.instant())
                    .about(number)
                    .answered(standing.revision() + 1, sent.response(), null)
                    .with(AnswerSheet.detail(sent.certainty()))
                    .persist();
        }
    }

    private void check(Turn turn, Progress before) {
        var grade =
                Grader.grade(turn.question().drawn(), turn.sent().response(), Grader.VERSION)
                        .grade();
        switch (grade.state()) {
            // Nonsense and nothing cost no try.
            case INVALID, UNANSWERED -> {}
            case RIGHT -> done(turn, before.penalised(grade));
            case NEEDS_GRADING -> done(turn, grade);
            case PARTIAL, WRONG -> step(turn, Kind.TRIED).with(given(turn, grade).json()).persist();
        }
    }

    private void hint(Turn turn, Progress before) {
        if (before.hints() < turn.question().drawn().key().hints().size()) {
            step(turn, Kind.HINTED).persist();
        }
    }

    private void reveal(Turn turn, Progress before) {
        step(turn, Kind.REVEALED).persist();
        done(turn, before.givenUp());
    }

    private void done(Turn turn, Grade grade) {
        gradeAttempt.give(turn.attempt(), turn.question(), given(turn, grade), turn.steps());
        gradeAttempt.rescore(turn.attempt());
    }

    private GivenGrade given(Turn turn, Grade grade) {
        var answer = AnswerSheet.of(turn.steps()).to(turn.number());
        return GivenGrade.byProgram(turn.attempt(), turn.question(), grade, answer);
    }

    private AttemptStep step(Turn turn, Kind kind) {
        return new AttemptStep(turn.attempt(), kind, clock.instant()).about(turn.number());
    }
}
