package descent.quiz.attempt;

import descent.question.drawn.Grade;
import descent.question.drawn.Grader;
import descent.question.tree.Json;
import descent.question.tree.Records;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The grade of one question as it stands in the ledger.
 *
 * @param version of the grader
 * @param mark points times fraction, exact
 */
public record GivenGrade(int version, Grade grade, BigDecimal mark) {
    static GivenGrade of(Grade grade, BigDecimal points) {
        return new GivenGrade(Grader.VERSION, grade, points.multiply(grade.fraction().value()));
    }

    String json() {
        return Json.write(Records.tree(this));
    }

    /** The latest grade of each question, by its number. */
    public static Map<Integer, GivenGrade> of(List<AttemptStep> steps) {
        var grades = new HashMap<Integer, GivenGrade>();
        for (var step : steps) {
            if (step.kind == AttemptStep.Kind.GRADED
                    && step.question != null
                    && step.detail != null) {
                grades.put(step.question, Records.read(Json.read(step.detail), GivenGrade.class));
            }
        }
        return grades;
    }
}
