package descent.quiz.marking;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptState;
import descent.quiz.attempt.Behaviour;
import descent.quiz.attempt.NeutralQuestion;
import descent.quiz.grading.GradeAttempt;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes a broken question of a test out of all results, with a reason that learners are told. */
@ApplicationScoped
public class NeutraliseQuestion {
    private static final int LONGEST_REASON = 500;

    private final GradeAttempt gradeAttempt;
    private final GradeNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    NeutraliseQuestion(
            GradeAttempt gradeAttempt, GradeNotices notices, AuditLog audit, Clock clock) {
        this.gradeAttempt = gradeAttempt;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return how many attempts have changed
     * @throws Problem 422 without a reason, 404 when the test has never asked the question
     */
    public int neutralise(
            String courseId, String testId, String questionId, String reason, UUID author) {
        var said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw Problem.unprocessable(
                    "Give a reason of 1 to %d characters: learners are told it."
                            .formatted(LONGEST_REASON),
                    Map.of());
        }
        var key = new NeutralQuestion.Key(courseId, testId, questionId);
        var asked = attempts(key);
        if (asked.isEmpty()) {
            throw Problem.notFound("such question in this test");
        }
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    NeutralQuestion.deleteById(key);
                    NeutralQuestion.flush();
                    new NeutralQuestion(key, said, author, clock.instant()).persist();
                    record(key, "neutralised");
                });
        asked.forEach(this::rescore);
        return asked.size();
    }

    /** Lets it count again. */
    public int restore(String courseId, String testId, String questionId) {
        var key = new NeutralQuestion.Key(courseId, testId, questionId);
        boolean was =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            record(key, "counts again");
                            return NeutralQuestion.deleteById(key);
                        });
        if (!was) {
            return 0;
        }
        var asked = attempts(key);
        asked.forEach(this::rescore);
        return asked.size();
    }

    /** The questions that attempts at the test have asked so far. */
    public List<String> askedIn(String courseId, String testId) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Attempt.getEntityManager()
                                .createQuery(
                                        """
                                        select distinct q.questionId from Attempt a
                                        join AttemptQuestion q on q.key.attemptId = a.id
                                        where a.courseId = :course and a.testId = :test and a.behaviour = :behaviour
                                        """,
                                        String.class)
                                .setParameter("course", courseId)
                                .setParameter("test", testId)
                                .setParameter("behaviour", Behaviour.TEST)
                                .getResultList());
    }

    private void record(NeutralQuestion.Key key, String what) {
        audit.record(
                AuditAction.GRADE_CHANGED,
                new AuditSubject("test", key.courseId() + "/" + key.testId()),
                Map.of("question", key.questionId(), "now", what));
    }

    private void rescore(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Attempt.locked(id)
                                .filter(attempt -> attempt.state == AttemptState.GRADED)
                                .ifPresent(attempt -> {
                                    gradeAttempt.rescore(attempt);
                                    notices.tell(attempt);
                                }));
    }

    private static List<UUID> attempts(NeutralQuestion.Key key) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Attempt.getEntityManager()
                                .createQuery(
                                        """
                                        select a.id from Attempt a
                                        join AttemptQuestion q on q.key.attemptId = a.id
                                        where a.courseId = :course and a.testId = :test and q.questionId = :question
                                        order by a.startedAt
                                        """,
                                        UUID.class)
                                .setParameter("course", key.courseId())
                                .setParameter("test", key.testId())
                                .setParameter("question", key.questionId())
                                .getResultList());
    }
}
