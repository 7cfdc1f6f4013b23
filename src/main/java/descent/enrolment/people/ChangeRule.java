package descent.enrolment.people;

import descent.enrolment.Admission;
import descent.enrolment.CourseRule;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Map;

/** Says anew who may enrol in a course, and when it takes place. */
@ApplicationScoped
class ChangeRule {
    private final AuditLog audit;

    ChangeRule(AuditLog audit) {
        this.audit = audit;
    }

    @Transactional
    void change(String courseId, TypedRule typed, ZoneId zone) {
        var rule = CourseRule.of(courseId);
        rule.admission = typed.chosenAdmission();
        rule.code = rule.admission == Admission.CODE ? typed.code() : "";
        rule.beginsAt = typed.beginsAt(zone);
        rule.endsAt = typed.endsAt(zone);
        rule.persist();
        audit.record(
                AuditAction.ENROLMENT_CHANGED,
                AuditSubject.course(courseId),
                Map.of(
                        "admission", rule.admission.toString(),
                        "begins", String.valueOf(rule.beginsAt),
                        "ends", String.valueOf(rule.endsAt)));
    }
}
