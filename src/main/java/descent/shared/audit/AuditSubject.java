package descent.shared.audit;

import java.util.UUID;

/**
 * On what something was done. Ids only: a name that stood here would outlive the person.
 *
 * @param kind a noun, such as "person" or "course"
 */
public record AuditSubject(String kind, String id) {
    public static final AuditSubject NONE = new AuditSubject("", "");

    public static AuditSubject person(UUID id) {
        return new AuditSubject("person", id.toString());
    }

    public static AuditSubject course(String id) {
        return new AuditSubject("course", id);
    }
}
