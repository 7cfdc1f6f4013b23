package descent.quiz.attempt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The total of an attempt.
 *
 * @param unmarked how many answers wait for a person
 * @param awaiting how many wait for a run
 */
public record Score(BigDecimal mark, BigDecimal outOf, int unmarked, int awaiting) {
    /** By A. R. Gardner-Medwin's scale, where who is sure and right gets three points for one. */
    private static final BigDecimal MOST_BY_CERTAINTY = BigDecimal.valueOf(3);

    /**
     * @param grades of the questions that have one, by their number
     * @param failed numbers of the questions whose runs came to nothing
     * @param neutral ids of the questions that do not count
     */
    public static Score of(
            Attempt attempt,
            List<AttemptQuestion> questions,
            Map<Integer, GivenGrade> grades,
            Set<Integer> failed,
            Set<String> neutral) {
        var mark = BigDecimal.ZERO;
        var outOf = BigDecimal.ZERO;
        int unmarked = 0;
        int awaiting = 0;
        for (var question : questions) {
            if (neutral.contains(question.questionId)) {
                continue;
            }
            var most = attempt.certainty ? MOST_BY_CERTAINTY : BigDecimal.ONE;
            outOf = outOf.add(question.points.multiply(most));
            if (grades.get(question.number()) instanceof GivenGrade given) {
                mark = mark.add(given.mark());
                if (given.isPending()) {
                    boolean byRun = question.isGradedByRun() && !failed.contains(question.number());
                    awaiting += byRun ? 1 : 0;
                    unmarked += byRun ? 0 : 1;
                }
            }
        }
        return new Score(mark, outOf, unmarked, awaiting);
    }
}
