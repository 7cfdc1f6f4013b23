package descent.quiz.watch;

import descent.quiz.attempt.Attempt;
import descent.quiz.rules.Allowance;
import descent.quiz.rules.Allowances;
import descent.quiz.rules.GrantedAllowance;
import descent.quiz.rules.GrantedAllowance.Grantee;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Grants people more than the rules do, or takes it back: attempts under way follow at once. */
@ApplicationScoped
public class GrantAllowance {
    private final Allowances allowances;
    private final MoveDeadline moveDeadline;
    private final AuditLog audit;

    GrantAllowance(Allowances allowances, MoveDeadline moveDeadline, AuditLog audit) {
        this.allowances = allowances;
        this.moveDeadline = moveDeadline;
        this.audit = audit;
    }

    /**
     * Replaces what was granted before to the same for the same.
     *
     * @param testId {@link GrantedAllowance#ALL_TESTS} for all of the course
     */
    @Transactional
    public void grant(Grantee to, String courseId, String testId, Allowance allowance, UUID by) {
        changed(allowances.grant(to, courseId, testId, allowance, by), allowance.toString());
    }

    /** How many attempts under way would end earlier than they do now; nothing changes. */
    public long shortened(
            Grantee to, String courseId, String testId, Allowance allowance, UUID by) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        allowances.grant(to, courseId, testId, allowance, by);
                        throw new TriedOut(
                                affected(to, courseId, testId).stream()
                                        .filter(moveDeadline::wouldEndEarlier)
                                        .count());
                    });
            throw new IllegalStateException("what is tried out is taken back");
        } catch (TriedOut e) {
            return e.shortened;
        }
    }

    /** Takes back what was granted only to see what it would do. */
    private static final class TriedOut extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long shortened;

        TriedOut(long shortened) {
            super("tried out", null, false, false);
            this.shortened = shortened;
        }
    }

    /**
     * @throws Problem 404 when the course has no such allowance
     */
    @Transactional
    public void withdraw(UUID id, String courseId) {
        allowances.change(courseId);
        var granted =
                GrantedAllowance.<GrantedAllowance>findByIdOptional(id)
                        .filter(each -> each.courseId.equals(courseId))
                        .orElseThrow(() -> Problem.notFound("allowance"));
        granted.delete();
        GrantedAllowance.flush();
        changed(granted, "withdrawn");
    }

    private void changed(GrantedAllowance granted, String what) {
        moveDeadline.recompute(affected(granted.grantee(), granted.courseId, granted.testId));
        audit.record(
                AuditAction.TIME_EXTENDED,
                granted.personId == null
                        ? AuditSubject.course(granted.courseId)
                        : AuditSubject.person(granted.personId),
                Map.of(
                        "course",
                        granted.courseId,
                        "test",
                        granted.testId,
                        "group",
                        granted.groupName,
                        "allowance",
                        what));
    }

    /** The attempts under way of those whom it is for. */
    private static List<Attempt> affected(Grantee to, String courseId, String testId) {
        return switch (to) {
            case Grantee.Learner(var id) -> Attempt.lockedOpenOf(id, courseId, testId);
            case Grantee.Group _ -> Attempt.lockedOpenIn(courseId, testId);
        };
    }
}
