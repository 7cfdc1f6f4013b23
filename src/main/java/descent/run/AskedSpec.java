package descent.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import descent.engine.data.Table;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Json;
import descent.shared.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An experiment's spec, and whose examples it takes. Where these are somebody's own, what is kept
 * of the spec names their table instead of holding it, and so does the run's key: nobody else can
 * ever ask for that run.
 *
 * @param table empty where the examples are drawn by the engine, or stand in the spec as an author
 *     wrote it
 */
public record AskedSpec(ExperimentSpec spec, Optional<UUID> table) {
    /** The kind of data that stands for a table of one's own. */
    static final String OWN = "own";

    private static final ObjectMapper JSON = new ObjectMapper();

    public AskedSpec {
        if (table.isPresent() && !spec.data().source().isOwn()) {
            throw new IllegalArgumentException("only own examples come from a table that is kept");
        }
    }

    public static AskedSpec of(ExperimentSpec spec) {
        return new AskedSpec(spec, Optional.empty());
    }

    String key() {
        return table.map(id -> Sha256.of(id + "\n" + spec.hash())).orElseGet(spec::hash);
    }

    /** The hash of the examples that stand in the spec itself; empty where none do. */
    Optional<String> authored() {
        return table.isEmpty() && spec.data().source() instanceof Table examples
                ? Optional.of(Sha256.of(Json.of(examples)))
                : Optional.empty();
    }

    /** Canonical JSON, readable by {@link ReadSpec}. */
    public String text() {
        return table.map(this::withoutExamples).orElseGet(spec::canonical);
    }

    private String withoutExamples(UUID id) {
        try {
            var tree = (ObjectNode) JSON.readTree(spec.canonical());
            var data = tree.withObject("/data");
            data.put("kind", OWN);
            data.remove(List.of("columns", "classes", "rows", "scaleTarget"));
            data.put("table", id.toString());
            return tree.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a canonical text is JSON", e);
        }
    }
}
