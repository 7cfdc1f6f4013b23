package descent.admin;

import descent.account.Person;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditEntry;
import descent.shared.audit.AuditSearch;
import descent.shared.audit.AuditSearch.Wanted;
import descent.shared.web.Paging;
import descent.shared.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log, by what was done and by person. */
@Path("/admin/audit")
@RolesAllowed("admin")
public class AuditPages {
    private final AuditSearch search;

    AuditPages(AuditSearch search) {
        this.search = search;
    }

    /**
     * A line of the log.
     *
     * @param actor the name of who did it, "nobody" for visitors and the program
     * @param subject on what, with the name where it is a person who is still here
     */
    public record Row(AuditEntry entry, String actor, String subject) {}

    @CheckedTemplate(basePath = "admin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                List<Row> rows,
                List<AuditAction> actions,
                String action,
                String person,
                Paging paging);
    }

    @GET
    @Transactional
    public TemplateInstance audit(
            @RestQuery @DefaultValue("") String action,
            @RestQuery @DefaultValue("") String person,
            @RestQuery @DefaultValue("0") int page) {
        var wanted = new Wanted(action(action), person(person));
        var entries =
                Paging.read(
                        page,
                        Map.of("action", action, "person", person),
                        (first, number) -> search.newest(wanted, first, number));
        return Templates.audit(
                rows(entries.rows()),
                List.of(AuditAction.values()),
                action,
                person,
                entries.paging());
    }

    private static List<Row> rows(List<AuditEntry> entries) {
        var ids = new HashSet<UUID>();
        for (var entry : entries) {
            if (entry.actorId != null) {
                ids.add(entry.actorId);
            }
            subjectPerson(entry).ifPresent(ids::add);
        }
        Map<UUID, String> names =
                ids.isEmpty()
                        ? Map.of()
                        : Person.<Person>list("id in ?1", ids).stream()
                                .collect(Collectors.toMap(who -> who.id, who -> who.name));
        return entries.stream().map(entry -> row(entry, names)).toList();
    }

    private static Row row(AuditEntry entry, Map<UUID, String> names) {
        var subject =
                subjectPerson(entry)
                        .map(id -> name(id, names))
                        .orElse((entry.subjectKind + " " + entry.subjectId).strip());
        return new Row(
                entry, entry.actorId == null ? "nobody" : name(entry.actorId, names), subject);
    }

    private static String name(UUID id, Map<UUID, String> names) {
        return names.getOrDefault(id, "somebody who has left");
    }

    private static Optional<UUID> subjectPerson(AuditEntry entry) {
        return entry.subjectKind.equals("person")
                ? Optional.of(UUID.fromString(entry.subjectId))
                : Optional.empty();
    }

    private static Optional<AuditAction> action(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Arrays.stream(AuditAction.values())
                                .filter(action -> action.name().equals(name))
                                .findFirst()
                                .orElseThrow(() ->
                                        Problem.badRequest(
                                                "The log has no such action: choose one of the list.")));
    }

    private static Optional<UUID> person(@Nullable String id) {
        try {
            return id == null || id.isBlank()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(id.strip()));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "A person is named by the number that the person's page shows.");
        }
    }
}
