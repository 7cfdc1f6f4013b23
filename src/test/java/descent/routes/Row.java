package descent.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line of routes.txt.
 *
 * @param outcomes one for each role, in the order of {@link Role}
 * @param values what stands for a name in braces on this route; under "?" the query, under "json"
 *     the body, under a name with a plus before it a field of the form
 */
record Row(String method, String path, List<String> outcomes, Map<String, String> values) {
    static final Path FILE = Path.of("src/test/resources/descent/routes/routes.txt");

    /** Who comes. */
    enum Role {
        VISITOR,
        LEARNER,
        OTHER,
        FOREIGN,
        AUTHOR,
        ADMIN,
        DISABLED
    }

    static List<Row> all() {
        try (var lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row of(String line) {
        var words = line.strip().split("\\s+");
        int roles = Role.values().length;
        if (words.length < 2 + roles) {
            throw new IllegalArgumentException("too few columns: " + line);
        }
        var values = new HashMap<String, String>();
        for (int i = 2 + roles; i < words.length; i++) {
            var pair = words[i].split("=", 2);
            values.put(pair[0], pair[1]);
        }
        return new Row(words[0], words[1], List.of(words).subList(2, 2 + roles), values);
    }

    String key() {
        return method + " " + path;
    }

    static String line(String method, String path, List<String> outcomes) {
        var columns = new ArrayList<String>();
        columns.add("%-6s".formatted(method));
        columns.add("%-63s".formatted(path));
        outcomes.forEach(outcome -> columns.add("%-5s".formatted(outcome)));
        return columns.stream().collect(Collectors.joining(" ")).stripTrailing();
    }
}
