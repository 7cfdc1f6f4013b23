package descent.shared.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of the audit log. */
@Entity
@Immutable
@Table(name = "audit")
public class AuditEntry extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    public Instant at;

    /** Who did it; empty for a visitor, and for the program itself. */
    public @Nullable UUID actorId;

    @Enumerated(EnumType.STRING)
    public AuditAction action;

    public String subjectKind;
    public String subjectId;

    /** What else is to be known, by name. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> detail;

    /** From where; empty for the program itself. */
    public String address;

    protected AuditEntry() {}

    AuditEntry(
            Instant at,
            @Nullable UUID actorId,
            AuditAction action,
            AuditSubject subject,
            Map<String, String> detail,
            String address) {
        this.at = at;
        this.actorId = actorId;
        this.action = action;
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.detail = detail;
        this.address = address;
    }

    public String detailText() {
        return detail.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
