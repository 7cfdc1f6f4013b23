package descent.engine.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Specs before they are read: trees of maps, lists, numbers, texts and booleans. */
public final class SpecTrees {
    private SpecTrees() {}

    /**
     * A spec with some fields replaced: groups are merged field by field, lists and values are
     * replaced whole, and so is a group that changes its kind.
     */
    public static Map<String, Object> merged(Map<?, ?> base, Map<?, ?> overrides) {
        var result = new LinkedHashMap<String, Object>();
        base.forEach((name, value) -> result.put(String.valueOf(name), value));
        overrides.forEach((name, value) ->
                result.put(String.valueOf(name), merged(result.get(String.valueOf(name)), value)));
        return result;
    }

    private static Object merged(@Nullable Object old, Object given) {
        if (!(old instanceof Map<?, ?> before) || !(given instanceof Map<?, ?> after)) return given;
        boolean sameKind =
                !after.containsKey("kind") || Objects.equals(after.get("kind"), before.get("kind"));
        return sameKind ? merged(before, after) : given;
    }
}
