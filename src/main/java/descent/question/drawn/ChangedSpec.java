package descent.question.drawn;

import descent.engine.spec.ExperimentSpec;
import descent.question.notation.NotUnderstood;
import descent.question.notation.Settings;
import descent.question.tree.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A spec of which some paths may be changed: what stands there is replaced whole. */
record ChangedSpec(Map<String, Object> start, List<String> free) {
    /** What stands at the free paths, with all that a spec leaves out written down. */
    List<String> startValues() {
        var whole = Json.read(ExperimentSpec.read(start).canonical());
        return free.stream().map(path -> Settings.write(at(whole, path))).toList();
    }

    private static Object at(Object tree, String path) {
        var here = tree;
        for (var name : path.split("\\.")) {
            if (!(here instanceof Map<?, ?> map) || !(map.get(name) instanceof Object inner)) {
                throw new IllegalArgumentException("free: a spec has no " + path);
            }
            here = inner;
        }
        return here;
    }

    /**
     * @param given one value a path; an empty one leaves it as it is
     * @throws IllegalArgumentException that says what cannot be read, or is out of its bounds
     */
    ExperimentSpec with(List<String> given) {
        if (given.size() > free.size()) {
            throw new IllegalArgumentException(
                    "%d settings are free, %d were given".formatted(free.size(), given.size()));
        }
        var changed = start;
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).isBlank()) {
                changed = replaced(changed, free.get(i), read(free.get(i), given.get(i)));
            }
        }
        return ExperimentSpec.read(changed);
    }

    private static Object read(String path, String typed) {
        try {
            return Settings.read(typed);
        } catch (NotUnderstood e) {
            throw new IllegalArgumentException(path + ": " + e.reason(), e);
        }
    }

    private static Map<String, Object> replaced(Map<?, ?> tree, String path, Object value) {
        var copy = new LinkedHashMap<String, Object>();
        tree.forEach((name, inner) -> copy.put((String) name, inner));
        int dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        var inner = copy.get(name) instanceof Map<?, ?> map ? map : Map.of();
        copy.put(name, dot < 0 ? value : replaced(inner, path.substring(dot + 1), value));
        return copy;
    }
}
