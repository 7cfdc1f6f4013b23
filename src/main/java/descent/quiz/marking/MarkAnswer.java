package descent.quiz.marking;

import descent.course.material.ReviewPolicy.Part;
import descent.question.answer.Fraction;
import descent.question.answer.State;
import descent.question.drawn.Grade;
import descent.question.drawn.Grader;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.GivenGrade.Marker;
import descent.quiz.grading.GradeAttempt;
import descent.quiz.rules.Tests;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Marks an answer in the name of a person: a text by its rubric, anything else by a share. */
@ApplicationScoped
public class MarkAnswer {
    private static final int LONGEST_COMMENT = 5_000;

    private final GradeAttempt gradeAttempt;
    private final Tests tests;
    private final AuditLog audit;
    private final Clock clock;

    MarkAnswer(GradeAttempt gradeAttempt, Tests tests, AuditLog audit, Clock clock) {
        this.gradeAttempt = gradeAttempt;
        this.tests = tests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A learner marks the own text, once the sample may be seen and until an author has marked it.
     *
     * @param points by the id of the criterion
     * @throws Problem 409 when that is not possible, 422 for points that the rubric does not have
     */
    @Transactional
    public void markOwn(UUID attemptId, UUID personId, int number, Map<String, BigDecimal> points) {
        var attempt = Attempt.locked(attemptId, personId);
        var question = AttemptQuestion.of(attempt, number);
        var steps = AttemptStep.of(attempt);
        if (!mayMarkOwn(attempt, GivenGrade.of(steps).get(number))) {
            throw Problem.conflict("This answer cannot be marked by yourself.");
        }
        give(attempt, question, steps, byRubric(question, points), Marker.LEARNER, points, "");
    }

    /** Whether the learner may mark an answer with this grade. */
    public boolean mayMarkOwn(Attempt attempt, @Nullable GivenGrade given) {
        if (given == null || !(given.isPending() || given.by() == Marker.LEARNER)) {
            return false;
        }
        if (attempt.behaviour == Behaviour.PRACTICE) {
            return true;
        }
        var rules =
                tests.find(attempt.courseId, attempt.testId, attempt.personId)
                        .map(Tests.Test::rules);
        return attempt.isGraded()
                && rules.map(each -> each.manner().selfMarked()).orElse(true)
                && attempt.visible(rules, clock.instant()).contains(Part.RIGHT_ANSWER);
    }

    /**
     * An author marks a text.
     *
     * @param comment for the learner; empty for none
     */
    @Transactional
    public void mark(
            UUID attemptId,
            String courseId,
            int number,
            Map<String, BigDecimal> points,
            String comment) {
        var attempt = graded(attemptId, courseId);
        var question = AttemptQuestion.of(attempt, number);
        byAuthor(attempt, question, byRubric(question, points), points, comment);
    }

    /**
     * An author says what an answer of any kind is worth.
     *
     * @param share of the points, from 0 to 1
     */
    @Transactional
    public void award(
            UUID attemptId, String courseId, int number, BigDecimal share, String comment) {
        var attempt = graded(attemptId, courseId);
        var question = AttemptQuestion.of(attempt, number);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw Problem.unprocessable(
                    "A share is from 0 to 1, was %s.".formatted(share.toPlainString()), Map.of());
        }
        var fraction = new Fraction(share);
        var state = State.of(fraction);
        var parts =
                question.drawn().asked().inputs().stream()
                        .map(input -> new Grade.Part(input.id(), state, fraction))
                        .toList();
        byAuthor(attempt, question, new Grade(state, fraction, parts), Map.of(), comment);
    }

    private void byAuthor(
            Attempt attempt,
            AttemptQuestion question,
            Grade grade,
            Map<String, BigDecimal> points,
            String comment) {
        if (comment.length() > LONGEST_COMMENT) {
            throw Problem.unprocessable(
                    "A comment has at most %,d characters.".formatted(LONGEST_COMMENT), Map.of());
        }
        give(
                attempt,
                question,
                AttemptStep.of(attempt),
                grade,
                Marker.AUTHOR,
                points,
                comment.strip());
        audit.record(
                AuditAction.GRADE_CHANGED,
                new AuditSubject("attempt", attempt.id.toString()),
                Map.of("question", question.questionId, "fraction", grade.fraction().toString()));
    }

    private void give(
            Attempt attempt,
            AttemptQuestion question,
            List<AttemptStep> steps,
            Grade grade,
            Marker by,
            Map<String, BigDecimal> points,
            String comment) {
        var answer = AnswerSheet.of(steps).to(question.number());
        gradeAttempt.give(
                attempt,
                question,
                GivenGrade.byPerson(attempt, question, grade, answer, by, points, comment),
                steps);
        gradeAttempt.rescore(attempt);
    }

    private static Attempt graded(UUID attemptId, String courseId) {
        var attempt = Attempt.inCourse(attemptId, courseId);
        if (!attempt.isGraded()) {
            throw Problem.conflict("This attempt is not over yet.");
        }
        return attempt;
    }

    private static Grade byRubric(AttemptQuestion question, Map<String, BigDecimal> points) {
        try {
            return Grader.marked(question.drawn(), points).grade();
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("Not marked: " + e.getMessage() + ".", Map.of());
        }
    }
}
