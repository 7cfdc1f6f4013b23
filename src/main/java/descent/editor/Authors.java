package descent.editor;

import descent.account.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of those who wrote. */
@ApplicationScoped
public class Authors {
    /** Names by id. */
    public record Names(Map<UUID, String> byId) {
        /** For templates: of nobody it is the content folder. */
        public String of(@Nullable UUID id) {
            return id == null
                    ? "the content folder"
                    : byId.getOrDefault(id, "somebody who has left");
        }
    }

    @Transactional
    public Names names(Collection<? extends @Nullable UUID> ids) {
        var some = ids.stream().filter(Objects::nonNull).distinct().toList();
        return new Names(
                some.isEmpty()
                        ? Map.of()
                        : Person.<Person>list("id in ?1", some).stream()
                                .collect(Collectors.toMap(p -> p.id, p -> p.name)));
    }
}
