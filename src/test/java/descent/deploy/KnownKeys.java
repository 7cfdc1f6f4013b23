package descent.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings that the program reads: ours from its own list, which another test compares with the
 * code, the framework's from those that our defaults set.
 */
final class KnownKeys {
    private static final Pattern SET = Pattern.compile("(?m)^(quarkus\\.[^=\\s]*)=");

    /** Of libraries, without a default of ours, and of the operating system. */
    private static final Set<String> OTHERS =
            Set.of(
                    "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
                    "QUARKUS_SHUTDOWN_DELAY",
                    "XDG_CACHE_HOME");

    static final KnownKeys INSTANCE = read();

    private final Set<String> keys;
    private final Set<String> variables;

    private KnownKeys(Set<String> keys) {
        this.keys = keys;
        this.variables = keys.stream().map(KnownKeys::variable).collect(Collectors.toSet());
    }

    private static KnownKeys read() {
        var resources = Path.of("src/main/resources");
        try {
            var keys = new HashSet<>(Files.readAllLines(resources.resolve("descent/settings.txt")));
            var defaults = Files.readString(resources.resolve("application.properties"));
            SET.matcher(defaults).results().map(found -> found.group(1)).forEach(keys::add);
            return new KnownKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasKey(String key) {
        return keys.contains(key);
    }

    /** Whether an environment variable sets a key: in capitals, anything but letters as "_". */
    boolean hasVariable(String name) {
        return OTHERS.contains(name) || variables.contains(name);
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
