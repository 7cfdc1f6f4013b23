package descent.quiz.author;

import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptState;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.NeutralQuestion;
import descent.quiz.statistics.Paper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The graded attempts at a test, whole, for statistics and exports. */
@ApplicationScoped
class TestData {
    /** An attempt with all that it is made of. */
    record Whole(
            Attempt attempt,
            List<AttemptQuestion> questions,
            List<AttemptStep> steps,
            AnswerSheet sheet,
            Map<Integer, GivenGrade> grades) {
        /** As statistics see it. */
        Paper paper(Set<String> neutral) {
            var most = attempt.certainty ? BigDecimal.valueOf(3) : BigDecimal.ONE;
            var answers = new ArrayList<Paper.Answer>();
            for (var question : questions) {
                if (!neutral.contains(question.questionId)
                        && question.points.signum() > 0
                        && grades.get(question.number()) instanceof GivenGrade given) {
                    answers.add(
                            new Paper.Answer(
                                    question.questionId,
                                    given.mark().doubleValue(),
                                    question.points.multiply(most).doubleValue()));
                }
            }
            return new Paper(answers);
        }
    }

    /**
     * @param pending how many were left out because answers wait for their grade
     * @param staff how many because an author made them
     * @param neutral questions that do not count, with the reason
     */
    record Sample(List<Whole> attempts, long pending, long staff, Map<String, String> neutral) {
        List<Paper> papers() {
            return attempts.stream().map(each -> each.paper(neutral.keySet())).toList();
        }
    }

    private final Teaching teaching;

    TestData(Teaching teaching) {
        this.teaching = teaching;
    }

    /**
     * @param all also the second and later attempts of a learner
     */
    @Transactional
    Sample sample(String courseId, String testId, boolean all) {
        var graded = graded(courseId, testId).stream().filter(a -> all || a.number == 1).toList();
        var staff = teaching.staff(courseId);
        var learners = graded.stream().filter(each -> !staff.contains(each.personId)).toList();
        var complete =
                learners.stream().filter(each -> each.unmarked + each.awaiting == 0).toList();
        return new Sample(
                whole(complete),
                learners.size() - complete.size(),
                graded.size() - learners.size(),
                NeutralQuestion.of(courseId, testId));
    }

    static List<Attempt> graded(String courseId, String testId) {
        return Attempt.list(
                "courseId = ?1 and testId = ?2 and behaviour = ?3 and state = ?4 order by"
                        + " startedAt",
                courseId,
                testId,
                Behaviour.TEST,
                AttemptState.GRADED);
    }

    static List<Whole> whole(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return List.of();
        }
        var ids = attempts.stream().map(each -> each.id).toList();
        List<AttemptQuestion> questions =
                AttemptQuestion.list("key.attemptId in ?1 order by key.number", ids);
        List<AttemptStep> steps = AttemptStep.list("attemptId in ?1 order by id", ids);
        var questionsOf = grouped(questions, each -> each.key.attemptId());
        var stepsOf = grouped(steps, each -> each.attemptId);
        return attempts.stream()
                .map(attempt -> {
                    var own = stepsOf.getOrDefault(attempt.id, List.of());
                    return new Whole(
                            attempt,
                            questionsOf.getOrDefault(attempt.id, List.of()),
                            own,
                            AnswerSheet.of(own),
                            GivenGrade.of(own));
                })
                .toList();
    }

    private static <T> Map<UUID, List<T>> grouped(List<T> items, Function<T, UUID> id) {
        return items.stream().collect(Collectors.groupingBy(id));
    }
}
