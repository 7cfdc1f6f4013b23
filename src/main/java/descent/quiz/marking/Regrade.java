package descent.quiz.marking;

import descent.course.Courses;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Grade;
import descent.question.drawn.Grader;
import descent.quiz.attempt.AnswerSheet;
import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptQuestion;
import descent.quiz.attempt.AttemptState;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.GivenGrade;
import descent.quiz.attempt.GivenGrade.Marker;
import descent.quiz.grading.GradeAttempt;
import descent.quiz.grading.SettleRuns;
import descent.quiz.rules.Bank;
import descent.quiz.rules.Banks;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Grades the attempts at a test anew by the keys that the bank has now; first as a plan that
 * changes nothing. What people have marked stays, and so does a question that asks something else
 * by now.
 */
@ApplicationScoped
public class Regrade {
    /**
     * A question of an attempt whose grade differs by the key of now.
     *
     * @param before what it earned; {@code after} what it would
     */
    public record Difference(
            UUID attemptId,
            UUID personId,
            int attemptNumber,
            String questionId,
            GivenGrade before,
            GivenGrade after) {}

    /** A question with the key of now, and the grade by it. */
    private record Anew(
            AttemptQuestion question, DrawnQuestion keyed, GivenGrade before, GivenGrade after) {
        boolean differs() {
            return before.mark().compareTo(after.mark()) != 0
                    || before.grade().state() != after.grade().state();
        }
    }

    private final Courses courses;
    private final Banks banks;
    private final GradeAttempt gradeAttempt;
    private final SettleRuns runs;
    private final GradeNotices notices;
    private final AuditLog audit;

    Regrade(
            Courses courses,
            Banks banks,
            GradeAttempt gradeAttempt,
            SettleRuns runs,
            GradeNotices notices,
            AuditLog audit) {
        this.courses = courses;
        this.banks = banks;
        this.gradeAttempt = gradeAttempt;
        this.runs = runs;
        this.notices = notices;
        this.audit = audit;
    }

    /** What would change, and nothing does. */
    public List<Difference> plan(String courseId, String testId) {
        var bank = banks.of(courses.course(courseId));
        var differences = new ArrayList<Difference>();
        for (var id : graded(courseId, testId)) {
            differences.addAll(
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    Attempt.<Attempt>findByIdOptional(id)
                                            .map(attempt -> differences(attempt, bank))
                                            .orElse(List.of())));
        }
        return differences;
    }

    /**
     * Each attempt in a transaction of its own: learners who look meanwhile wait for one at most.
     *
     * @return how many grades have changed
     */
    public int apply(String courseId, String testId) {
        var bank = banks.of(courses.course(courseId));
        int changed = 0;
        for (var id : graded(courseId, testId)) {
            changed +=
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    Attempt.locked(id)
                                            .filter(Attempt::isGraded)
                                            .map(attempt -> apply(attempt, bank))
                                            .orElse(0));
        }
        return changed;
    }

    private int apply(Attempt attempt, Bank bank) {
        var steps = AttemptStep.of(attempt);
        int changed = 0;
        for (var anew : anew(attempt, bank, steps)) {
            anew.question().rekey(anew.keyed());
            if (anew.differs()) {
                gradeAttempt.give(attempt, anew.question(), anew.after(), steps);
                changed++;
            }
        }
        if (changed > 0) {
            gradeAttempt.rescore(attempt);
            audit.record(
                    AuditAction.GRADE_CHANGED,
                    new AuditSubject("attempt", attempt.id.toString()),
                    Map.of("regraded", String.valueOf(changed)));
            notices.tell(attempt);
        }
        return changed;
    }

    private List<Difference> differences(Attempt attempt, Bank bank) {
        return anew(attempt, bank, AttemptStep.of(attempt)).stream()
                .filter(Anew::differs)
                .map(anew ->
                        new Difference(
                                attempt.id,
                                attempt.personId,
                                attempt.number,
                                anew.question().questionId,
                                anew.before(),
                                anew.after()))
                .toList();
    }

    private List<Anew> anew(Attempt attempt, Bank bank, List<AttemptStep> steps) {
        var sheet = AnswerSheet.of(steps);
        var grades = GivenGrade.of(steps);
        var all = new ArrayList<Anew>();
        for (var question : AttemptQuestion.of(attempt)) {
            var before = grades.get(question.number());
            var keyed =
                    bank.item(question.questionId)
                            .flatMap(item -> item.question().rekeyed(question.drawn()));
            if (before == null
                    || before.by() != Marker.PROGRAM
                    || before.isPending()
                    || keyed.isEmpty()
                    || keyed.get().equals(question.drawn())) {
                continue;
            }
            var answer = sheet.to(question.number());
            var run = runs.runOf(attempt, steps, question.number());
            Grade grade =
                    run.map(each -> Grader.ran(keyed.get(), Optional.of(each)))
                            .orElseGet(() ->
                                    Grader.grade(keyed.get(), answer.response(), Grader.VERSION))
                            .grade();
            all.add(
                    new Anew(
                            question,
                            keyed.get(),
                            before,
                            GivenGrade.byProgram(attempt, question, grade, answer)));
        }
        return all;
    }

    private static List<UUID> graded(String courseId, String testId) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Attempt.getEntityManager()
                                .createQuery(
                                        """
                                        select id from Attempt
                                        where courseId = :course and testId = :test and behaviour = :test_behaviour
                                            and state = :graded
                                        order by startedAt
                                        """,
                                        UUID.class)
                                .setParameter("course", courseId)
                                .setParameter("test", testId)
                                .setParameter("test_behaviour", Behaviour.TEST)
                                .setParameter("graded", AttemptState.GRADED)
                                .getResultList());
    }
}
