package descent.shared.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingNamesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path DEFAULTS = Path.of("src/main/resources/application.properties");
    private static final Path LIST = Path.of("src/main/resources/descent/settings.txt");

    private static final Pattern MAPPING =
            Pattern.compile("@ConfigMapping\\(prefix = \"descent[^\"]*\"\\)\\s+public interface");
    private static final Pattern INJECTED =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"(descent\\.[^\"]+)\"");
    private static final Pattern DEFAULT =
            Pattern.compile(
                    "(?m)^(?:%\\w+\\.)?(descent\\.[a-z.-]+)=|\\$\\{(descent\\.[a-z.-]+)[:}]");

    private final SettingNames names =
            new SettingNames(List.of("descent.role", "descent.db.url", "descent.audio.voice.*"));

    @ParameterizedTest
    @CsvSource({
        "descent.rolle, There is no setting descent.rolle. Did you mean descent.role?",
        "DESCENT_DB_ULR, There is no setting DESCENT_DB_ULR. Did you mean descent.db.url?",
        "descent.nothing.like.it, There is no setting descent.nothing.like.it."
    })
    void f15SlipInANameIsTold(String name, String sentence) {
        assertEquals(List.of(sentence), names.objections(List.of(name)));
    }

    @Test
    void nameFromTheEnvironmentIsToldOnce() {
        var both = List.of("descent.rolle", "DESCENT_ROLLE");
        assertEquals(
                List.of("There is no setting DESCENT_ROLLE. Did you mean descent.role?"),
                names.objections(both));
    }

    @ParameterizedTest
    @CsvSource({
        "descent.role",
        "DESCENT_ROLE",
        "DESCENT_DB_URL",
        "descent.audio.voice.teacher",
        "descent.db.url[0]",
        "quarkus.http.port",
        "DESCENT_SERVICE_HOST",
        "DESCENT_PORT",
        "DESCENT_WEB_PORT_8080_TCP_ADDR",
        "DESCENT_WEB_SERVICE_PORT_HTTP"
    })
    void whatIsKnownOrNotOursIsNot(String name) {
        assertEquals(List.of(), names.objections(List.of(name)));
    }

    /** What the sources read, beside what the list names. */
    @Test
    void listNamesEverySettingThatIsRead() throws Exception {
        assertEquals(String.join("\n", read()), Files.readString(LIST).strip(), "of " + LIST);
    }

    private static SequencedSet<String> read() throws IOException, ClassNotFoundException {
        var found = new TreeSet<String>();
        var defaults = DEFAULT.matcher(Files.readString(DEFAULTS));
        while (defaults.find()) {
            found.add(defaults.group(1) == null ? defaults.group(2) : defaults.group(1));
        }
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                var injected = INJECTED.matcher(source);
                while (injected.find()) {
                    found.add(injected.group(1));
                }
                if (MAPPING.matcher(source).find()) {
                    found.addAll(mapped(file));
                }
            }
        }
        return found;
    }

    private static List<String> mapped(Path file) throws ClassNotFoundException {
        var name = SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
        var mapping = ConfigClass.configClass(Class.forName(name));
        return ConfigMappings.getProperties(mapping).keySet().stream()
                .filter(each -> !each.isEmpty() && !each.endsWith("[*]"))
                .toList();
    }
}
