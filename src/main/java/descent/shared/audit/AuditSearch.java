package descent.shared.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the audit log. */
@ApplicationScoped
public class AuditSearch {
    /**
     * What is looked for; what is empty does not matter.
     *
     * @param person who did it, or on whom it was done
     */
    public record Wanted(Optional<AuditAction> action, Optional<UUID> person) {}

    /**
     * The newest first.
     *
     * @param first from 0
     */
    @Transactional
    public List<AuditEntry> newest(Wanted wanted, int first, int number) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        wanted.action()
                .ifPresent(action -> {
                    values.add(action);
                    conditions.add("action = ?" + values.size());
                });
        wanted.person()
                .ifPresent(person -> {
                    values.add(person);
                    var actor = "actorId = ?" + values.size();
                    values.add(person.toString());
                    conditions.add(
                            "(%s or subjectKind = 'person' and subjectId = ?%d)"
                                    .formatted(actor, values.size()));
                });
        var where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " ";
        return AuditEntry.<AuditEntry>find(where + "order by id desc", values.toArray())
                .range(first, first + number - 1)
                .list();
    }
}
