package descent.quiz.grading;

import descent.activity.Activity;
import descent.course.material.ReviewPolicy.Part;
import descent.question.drawn.Grader;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptState;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.NeutralQuestion;
import descent.quiz.attempt.Score;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Grades what was answered in an attempt that has ended: once. */
@ApplicationScoped
public class GradeAttempt {
    private final TellOutcomes outcomes;
    private final Clock clock;

    GradeAttempt(TellOutcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Of an attempt that is open or graded nothing changes. */
    public void grade(UUID attemptId) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Attempt.locked(attemptId)
                                .filter(attempt -> attempt.state == AttemptState.SUBMITTED)
                                .ifPresent(this::grade));
    }

    private void grade(Attempt attempt) {
        var visible = outcomes.visible(attempt);
        if (attempt.behaviour != Behaviour.PRACTICE) {
            var steps = AttemptStep.of(attempt);
            var sheet = AnswerSheet.of(steps);
            var news = new ArrayList<Activity>();
            for (var question : AttemptQuestion.of(attempt)) {
                var answer = sheet.to(question.number());
                var grade =
                        Grader.grade(question.drawn(), answer.response(), Grader.VERSION).grade();
                news.addAll(
                        given(
                                attempt,
                                question,
                                GivenGrade.byProgram(attempt, question, grade, answer),
                                steps,
                                visible));
            }
            outcomes.tell(news);
        }
        rescore(attempt, visible);
    }

    /**
     * Writes a grade into the ledger; the other rooms learn of the first one that an answer has,
     * once its learner may.
     *
     * @param attempt locked
     * @param before the steps of the attempt until now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void give(
            Attempt attempt, AttemptQuestion question, GivenGrade given, List<AttemptStep> before) {
        outcomes.tell(given(attempt, question, given, before, outcomes.visible(attempt)));
    }

    private List<Activity> given(
            Attempt attempt,
            AttemptQuestion question,
            GivenGrade given,
            List<AttemptStep> before,
            Set<Part> visible) {
        new AttemptStep(attempt, Kind.GRADED, clock.instant())
                .about(question.number())
                .with(given.json())
                .persist();
        return given.isPending() || isTold(question.number(), before)
                ? List.of()
                : outcomes.answered(attempt, question, given, visible);
    }

    /** Whether the answer that stands has had a grade: a later one is a correction. */
    private static boolean isTold(int number, List<AttemptStep> steps) {
        boolean told = false;
        for (var step : steps) {
            if (step.isAbout(number, Kind.SAVED)) {
                told = false;
            } else if (step.isAbout(number, Kind.GRADED) && step.detail != null) {
                told |= !GivenGrade.read(step.detail).isPending();
            }
        }
        return told;
    }

    /**
     * Adds up the grades as they stand now.
     *
     * @param attempt locked; ended, or practice
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rescore(Attempt attempt) {
        rescore(attempt, outcomes.visible(attempt));
    }

    private void rescore(Attempt attempt, Set<Part> visible) {
        var steps = AttemptStep.of(attempt);
        var before = attempt.mark == null ? null : attempt.share();
        attempt.score(score(attempt, steps), clock.instant());
        if (attempt.behaviour == Behaviour.TEST && !attempt.share().equals(before)) {
            outcomes.scored(attempt, visible);
        }
    }

    private static Score score(Attempt attempt, List<AttemptStep> steps) {
        var grades = GivenGrade.of(steps);
        var questions = new ArrayList<>(AttemptQuestion.of(attempt));
        if (attempt.behaviour == Behaviour.PRACTICE) {
            // What was left open in practice is no failure.
            questions.removeIf(question -> !grades.containsKey(question.number()));
        }
        var failed =
                questions.stream()
                        .map(AttemptQuestion::number)
                        .filter(number -> hasFailed(steps, number))
                        .collect(Collectors.toSet());
        return Score.of(attempt, questions, grades, failed, NeutralQuestion.of(attempt).keySet());
    }

    private static boolean hasFailed(List<AttemptStep> steps, int number) {
        return AttemptStep.sinceGraded(steps, number).stream()
                .anyMatch(step -> step.kind == Kind.RUN_FAILED);
    }
}
