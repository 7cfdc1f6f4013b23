package descent.quiz.attempt;

import descent.question.answer.State;
import descent.question.drawn.Certainty;
import descent.question.drawn.Grade;
import descent.question.drawn.Grader;
import descent.question.tree.Json;
import descent.question.tree.Records;
import descent.quiz.attempt.AnswerSheet.Entry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The grade of one question as it stands in the ledger.
 *
 * @param version of the grader
 * @param mark exact: points times fraction, or times what certainty makes of it
 * @param points by a person, for each criterion of the rubric
 * @param comment of who marked it
 */
public record GivenGrade(
        int version,
        Grade grade,
        BigDecimal mark,
        Marker by,
        Map<String, BigDecimal> points,
        String comment) {
    /** Who graded it. */
    public enum Marker {
        PROGRAM,
        LEARNER,
        AUTHOR
    }

    public GivenGrade {
        points = Map.copyOf(points);
    }

    public static GivenGrade byProgram(
            Attempt attempt, AttemptQuestion question, Grade grade, Entry answer) {
        return new GivenGrade(
                Grader.VERSION,
                grade,
                mark(attempt, question, grade, answer),
                Marker.PROGRAM,
                Map.of(),
                "");
    }

    public static GivenGrade byPerson(
            Attempt attempt,
            AttemptQuestion question,
            Grade grade,
            Entry answer,
            Marker by,
            Map<String, BigDecimal> points,
            String comment) {
        return new GivenGrade(
                Grader.VERSION, grade, mark(attempt, question, grade, answer), by, points, comment);
    }

    private static BigDecimal mark(
            Attempt attempt, AttemptQuestion question, Grade grade, Entry answer) {
        var worth =
                attempt.certainty && isJudged(grade.state())
                        ? answer.certainty().orElse(Certainty.LOW).mark(grade.fraction())
                        : grade.fraction().value();
        return question.points.multiply(worth);
    }

    /** What was not answered, cannot be read or has no grade yet gains and loses nothing. */
    private static boolean isJudged(State state) {
        return state == State.RIGHT || state == State.PARTIAL || state == State.WRONG;
    }

    public boolean isPending() {
        return grade.state() == State.NEEDS_GRADING;
    }

    public String json() {
        return Json.write(Records.tree(this));
    }

    public static GivenGrade read(String json) {
        return Records.read(Json.read(json), GivenGrade.class);
    }

    /** The one that a step keeps. */
    public static Optional<GivenGrade> in(AttemptStep step) {
        return Optional.ofNullable(step.detail).map(GivenGrade::read);
    }

    /** The latest grade of each question, by its number. */
    public static Map<Integer, GivenGrade> of(List<AttemptStep> steps) {
        var grades = new HashMap<Integer, GivenGrade>();
        for (var step : steps) {
            if (step.kind == AttemptStep.Kind.GRADED
                    && step.question != null
                    && step.detail != null) {
                grades.put(step.question, read(step.detail));
            }
        }
        return grades;
    }
}
