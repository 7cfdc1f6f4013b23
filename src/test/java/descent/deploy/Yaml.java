package descent.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as what it is: maps, lists and words. */
final class Yaml {
    private Yaml() {}

    static List<Map<String, Object>> documents(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var documents = new ArrayList<Map<String, Object>>();
        for (var each :
                new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
                        .loadAll(Files.readString(file))) {
            documents.add(map(each));
        }
        return documents;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? new LinkedHashMap<>() : (Map<String, Object>) value;
    }

    static List<Object> list(Object value) {
        return value == null ? List.of() : List.copyOf((List<?>) value);
    }

    /** Maps within a list. */
    static Stream<Map<String, Object>> maps(Object list) {
        return list(list).stream().map(Yaml::map);
    }

    static List<String> words(Object list) {
        return list(list).stream().map(String::valueOf).toList();
    }

    /** What lies at the end of a path of names; null where it breaks off. */
    static Object at(Object value, String... path) {
        var here = value;
        for (var step : path) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    static String word(Object value, String... path) {
        return String.valueOf(Objects.requireNonNull(at(value, path), String.join(".", path)));
    }
}
