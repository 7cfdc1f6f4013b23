package descent.quiz.attempt;

import descent.activity.Activity.QuestionAnswered;
import descent.activity.Activity.ResponseMissed;
import descent.activity.Activity.TestFinished;
import descent.activity.ActivityLog;
import descent.question.answer.State;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Grade;
import descent.question.drawn.Grader;
import descent.quiz.attempt.AttemptStep.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.UUID;

/** Grades what was answered in an attempt that has ended: once. */
@ApplicationScoped
public class GradeAttempt {
    private final ActivityLog activities;
    private final Clock clock;

    GradeAttempt(ActivityLog activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    /** Of an attempt that is open or graded nothing changes. */
    void grade(UUID attemptId) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Attempt.locked(attemptId)
                                .filter(attempt -> attempt.state == AttemptState.SUBMITTED)
                                .ifPresent(this::grade));
    }

    private void grade(Attempt attempt) {
        var sheet = AnswerSheet.of(AttemptStep.of(attempt));
        var sum = BigDecimal.ZERO;
        int unmarked = 0;
        for (var question : AttemptQuestion.of(attempt)) {
            var drawn = question.drawn();
            var response = sheet.to(question.number()).response();
            var grade = Grader.grade(drawn, response, Grader.VERSION).grade();
            var given = GivenGrade.of(grade, question.points);
            new AttemptStep(attempt, Kind.GRADED, clock.instant())
                    .about(question.number())
                    .with(given.json())
                    .persist();
            sum = sum.add(given.mark());
            if (grade.state() == State.NEEDS_GRADING) {
                unmarked++;
            } else {
                tell(attempt, question, drawn, grade);
            }
        }
        attempt.grade(sum, unmarked, clock.instant());
        activities.record(
                new TestFinished(
                        attempt.personId, attempt.courseId, attempt.testId, attempt.share()));
    }

    private void tell(Attempt attempt, AttemptQuestion question, DrawnQuestion drawn, Grade grade) {
        var topic = drawn.topic();
        if (grade.state() != State.UNANSWERED) {
            activities.record(
                    new QuestionAnswered(
                            attempt.personId,
                            attempt.courseId,
                            question.questionId,
                            topic.concept(),
                            grade.fraction().value().max(BigDecimal.ZERO)));
        }
        if (!grade.fraction().isOne()) {
            activities.record(
                    new ResponseMissed(
                            attempt.personId,
                            attempt.courseId,
                            question.questionId,
                            question.lessonId,
                            topic.concept(),
                            topic.section(),
                            topic.cards()));
        }
    }
}
