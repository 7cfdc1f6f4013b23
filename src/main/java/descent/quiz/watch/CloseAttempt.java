package descent.quiz.watch;

import descent.quiz.attempt.Attempt;
import descent.quiz.attempt.AttemptStep;
import descent.quiz.attempt.AttemptStep.Kind;
import descent.quiz.attempt.EndedBy;
import descent.quiz.grading.GradeAttempt;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.live.News;
import descent.shared.live.News.Topic;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Ends an attempt in the name of an author, with what is saved. */
@ApplicationScoped
public class CloseAttempt {
    private final GradeAttempt gradeAttempt;
    private final News news;
    private final AuditLog audit;
    private final Clock clock;

    CloseAttempt(GradeAttempt gradeAttempt, News news, AuditLog audit, Clock clock) {
        this.gradeAttempt = gradeAttempt;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem 409 when it has ended
     */
    public void close(UUID attemptId, String courseId) {
        QuarkusTransaction.requiringNew().run(() -> end(Attempt.inCourse(attemptId, courseId)));
        gradeAttempt.grade(attemptId);
    }

    private void end(Attempt attempt) {
        if (!attempt.isOpen()) {
            throw Problem.conflict("This attempt has ended already.");
        }
        attempt.end(EndedBy.AUTHOR, clock.instant());
        new AttemptStep(attempt, Kind.CLOSED, clock.instant()).persist();
        news.send(Topic.ATTEMPT_CHANGED, attempt.id.toString());
        audit.record(
                AuditAction.TIME_EXTENDED,
                new AuditSubject("attempt", attempt.id.toString()),
                Map.of("closed", clock.instant().toString()));
    }
}
