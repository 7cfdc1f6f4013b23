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
import descent.quiz.marking.Regrading.State;
import descent.quiz.rules.Bank;
import descent.quiz.rules.Banks;
import descent.shared.Turn;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Grades the attempts at a test anew by the keys that the bank has now; first as a plan that
 * changes nothing. Both are asked for here and carried out by {@link RegradeWork}, attempt by
 * attempt: broken off, it begins again, and what has the key of now already stays. What people have
 * marked stays, and so does a question that asks something else by now.
 */
@ApplicationScoped
public class Regrade {
    private static final Logger LOG = Logger.getLogger(Regrade.class);

    /**
     * A question of an attempt whose grade differs by the key of now.
     *
     * @param before what it earned, in points; {@code after} what it would
     */
    public record Difference(
            String learner,
            int attemptNumber,
            String questionId,
            BigDecimal before,
            BigDecimal after) {}

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
    private final Clock clock;

    Regrade(
            Courses courses,
            Banks banks,
            GradeAttempt gradeAttempt,
            SettleRuns runs,
            GradeNotices notices,
            AuditLog audit,
            Clock clock) {
        this.courses = courses;
        this.banks = banks;
        this.gradeAttempt = gradeAttempt;
        this.runs = runs;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** A plan is made, and takes the place of the one before; nothing of any grade changes. */
    @Transactional
    public void plan(String courseId, String testId) {
        Turn.take("regrading of %s/%s".formatted(courseId, testId));
        drop(courseId, testId);
        Regrading.flush();
        new Regrading(courseId, testId, clock.instant()).persist();
    }

    /**
     * Grades become what the keys of now say, also where those have changed since the plan was
     * made.
     *
     * @throws Problem 409 without a plan that was looked through
     */
    @Transactional
    public void apply(String courseId, String testId) {
        int asked =
                Regrading.update(
                        "state = ?1, done = 0, changed = 0 where courseId = ?2 and testId = ?3 and state = ?4",
                        State.CHANGING,
                        courseId,
                        testId,
                        State.LOOKED);
        if (asked == 0) {
            throw Problem.conflict("See first what would change, then change it.");
        }
        audit.record(
                AuditAction.GRADE_CHANGED,
                new AuditSubject("test", courseId + "/" + testId),
                Map.of("by", "the keys of now"));
    }

    /** The plan is put away, or what is at work ends after the attempt it is at. */
    @Transactional
    public void drop(String courseId, String testId) {
        Regrading.delete("courseId = ?1 and testId = ?2", courseId, testId);
    }

    /**
     * @param searched a part of the learner's name or the question's id, in whatever case; empty
     *     for all
     */
    @Transactional
    public List<Difference> differences(
            Regrading regrading, String searched, int first, int number) {
        return ChangedGrade.of(regrading.id, searched, first, number);
    }

    /**
     * @return false when nothing was asked for
     */
    boolean workOnNext() {
        var next = QuarkusTransaction.requiringNew().call(Regrading::next);
        next.ifPresent(this::work);
        return next.isPresent();
    }

    private void work(Regrading regrading) {
        try {
            if (goThrough(regrading)) {
                Regrading.settle(
                        regrading.id,
                        regrading.state == State.LOOKING ? State.LOOKED : State.CHANGED);
            }
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "regrading %s", regrading.id);
            Regrading.settle(regrading.id, State.BROKEN);
        }
    }

    /**
     * Each attempt in a transaction of its own: learners who look meanwhile wait for one at most.
     *
     * @return false when nobody wants it any more
     */
    private boolean goThrough(Regrading regrading) {
        var bank = banks.of(courses.course(regrading.courseId));
        var attempts = graded(regrading.courseId, regrading.testId);
        begin(regrading, attempts.size());
        for (int i = 0; i < attempts.size(); i++) {
            var id = attempts.get(i);
            int done = i + 1;
            boolean wanted =
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    Regrading.step(regrading.id, done, attempts.size())
                                            && one(regrading, id, bank));
            if (!wanted) {
                return false;
            }
        }
        return true;
    }

    /** A plan that was broken off leaves nothing behind; what was changed stays counted. */
    private static void begin(Regrading regrading, int total) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    if (regrading.state == State.LOOKING) {
                        ChangedGrade.delete("key.regradingId", regrading.id);
                        Regrading.update("changed = 0 where id = ?1", regrading.id);
                    }
                    Regrading.step(regrading.id, 0, total);
                });
    }

    private boolean one(Regrading regrading, UUID id, Bank bank) {
        int changed =
                regrading.state == State.LOOKING
                        ? Attempt.<Attempt>findByIdOptional(id)
                                .map(attempt -> note(regrading, attempt, bank))
                                .orElse(0)
                        : Attempt.locked(id)
                                .filter(Attempt::isGraded)
                                .map(attempt -> apply(attempt, bank))
                                .orElse(0);
        if (changed > 0) {
            Regrading.update("changed = changed + ?1 where id = ?2", changed, regrading.id);
        }
        return true;
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

    private int note(Regrading regrading, Attempt attempt, Bank bank) {
        var differences =
                anew(attempt, bank, AttemptStep.of(attempt)).stream()
                        .filter(Anew::differs)
                        .toList();
        for (var each : differences) {
            new ChangedGrade(
                            regrading.id,
                            each.question(),
                            each.before().mark(),
                            each.after().mark())
                    .persist();
        }
        return differences.size();
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
