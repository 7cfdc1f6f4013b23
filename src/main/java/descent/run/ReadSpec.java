package descent.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.SpecException;
import descent.shared.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads specs as people send them and as runs keep them. */
@ApplicationScoped
public class ReadSpec {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper json;

    ReadSpec(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param tree what a JSON reader makes of a spec
     * @param person whose tables it may name; null for a visitor
     * @throws SpecException that names field, value and what is allowed
     * @throws Problem 404 when the table is not there or another's, 422 when examples stand in the
     *     spec itself that are of no preset
     */
    @Transactional
    public AskedSpec asked(@Nullable Object tree, @Nullable UUID person) {
        var asked = read(tree, table -> table.personId.equals(person));
        if (asked.authored().filter(hash -> Run.count("authored", hash) == 0).isPresent()) {
            throw Problem.unprocessable(
                    "data.kind must be \"own\" with the id of a table that you keep: examples do not stand in a spec, except those of a lesson's experiment.",
                    Map.of("field", "data.kind"));
        }
        return asked;
    }

    /** What {@link AskedSpec#text} wrote. */
    @Transactional
    public AskedSpec kept(String text) {
        return read(tree(text), _ -> true);
    }

    private AskedSpec read(@Nullable Object tree, Predicate<OwnTable> mayUse) {
        if (tree instanceof Map<?, ?> fields
                && fields.get("data") instanceof Map<?, ?> data
                && AskedSpec.OWN.equals(data.get("kind"))) {
            var table = table(data.get("table"), mayUse);
            var filled = new LinkedHashMap<Object, Object>(fields);
            filled.put("data", withExamples(data, table));
            return new AskedSpec(ExperimentSpec.read(filled), Optional.of(table.id));
        }
        return AskedSpec.of(ExperimentSpec.read(tree == null ? Map.of() : tree));
    }

    private static OwnTable table(@Nullable Object id, Predicate<OwnTable> mayUse) {
        return uuid(id).flatMap(known -> OwnTable.<OwnTable>findByIdOptional(known))
                .filter(mayUse)
                .orElseThrow(() -> Problem.notFound("table of yours"));
    }

    private static Optional<UUID> uuid(@Nullable Object text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Map<Object, Object> withExamples(Map<?, ?> data, OwnTable table) {
        var filled = new LinkedHashMap<Object, Object>(data);
        filled.remove("table");
        filled.putAll(tree(table.content));
        return filled;
    }

    private Map<String, Object> tree(String text) {
        try {
            return json.readValue(text, TREE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept of a spec is not JSON", e);
        }
    }
}
