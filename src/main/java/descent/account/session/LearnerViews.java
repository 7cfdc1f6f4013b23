package descent.account.session;

import descent.account.LearnerView;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Notes in the session at which course somebody looks as a learner. */
@ApplicationScoped
class LearnerViews implements LearnerView {
    private final Sessions sessions;
    private final AuditLog audit;

    LearnerViews(Sessions sessions, AuditLog audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void begin(HttpServerRequest request, String courseId) {
        sessions.current(request).ifPresent(session -> session.viewedCourse = courseId);
        audit.record(AuditAction.VIEWED_AS_LEARNER, AuditSubject.course(courseId));
    }

    @Override
    @Transactional
    public void end(HttpServerRequest request) {
        sessions.current(request).ifPresent(session -> session.viewedCourse = null);
    }
}
