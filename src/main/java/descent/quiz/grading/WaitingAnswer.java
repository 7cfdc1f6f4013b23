package descent.quiz.grading;

import descent.engine.spec.ExperimentSpec;
import descent.question.drawn.Grader;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.GivenGrade;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An answer whose grade a run decides, and that has none yet.
 *
 * @param experiment the request for its run that was made last
 * @param runs how many have been asked for
 */
record WaitingAnswer(
        UUID attemptId,
        UUID personId,
        String courseId,
        int number,
        ExperimentSpec spec,
        Optional<UUID> experiment,
        int runs) {
    static List<WaitingAnswer> of(UUID attemptId) {
        var attempt = Attempt.<Attempt>findByIdOptional(attemptId).orElseThrow();
        if (attempt.awaiting == 0) {
            return List.of();
        }
        var steps = AttemptStep.of(attempt);
        var grades = GivenGrade.of(steps);
        return AttemptQuestion.of(attempt).stream()
                .filter(question ->
                        grades.get(question.number()) instanceof GivenGrade given
                                && given.isPending())
                .flatMap(question -> of(attempt, question, steps))
                .toList();
    }

    private static Stream<WaitingAnswer> of(
            Attempt attempt, AttemptQuestion question, List<AttemptStep> steps) {
        int number = question.number();
        var since = AttemptStep.sinceGraded(steps, number);
        if (since.stream().anyMatch(step -> step.kind == Kind.RUN_FAILED)) {
            return Stream.empty();
        }
        var asked =
                since.stream()
                        .filter(step -> step.kind == Kind.RUN_ASKED)
                        .flatMap(step -> Stream.ofNullable(step.detail))
                        .map(UUID::fromString)
                        .toList();
        var response = AnswerSheet.of(steps).to(number).response();
        return Grader.toRun(question.drawn(), response).stream()
                .map(spec ->
                        new WaitingAnswer(
                                attempt.id,
                                attempt.personId,
                                attempt.courseId,
                                number,
                                spec,
                                asked.isEmpty() ? Optional.empty() : Optional.of(asked.getLast()),
                                asked.size()));
    }
}
