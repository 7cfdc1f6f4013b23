package descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.testing.SecondLane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * architecture.md tells of every package in the sentence of its {@code package-info}. After a
 * change: what the list should be stands in target/packages.md.
 */
@SecondLane
class PackagesTest {
    private static final Path JAVA = Path.of("src/main/java/descent");
    private static final Path DOCUMENT = Path.of("src/docs/architecture.md");
    private static final Path MADE = Path.of("target/packages.md");
    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("/\\*\\*(.+?\\.)(?=\\s).*?\\*/", Pattern.DOTALL);

    @Test
    void architectureTellsOfEveryPackageInItsOwnWords() throws IOException {
        List<String> made;
        try (var files = Files.walk(JAVA)) {
            made =
                    files.filter(file -> file.endsWith("package-info.java"))
                            .map(Path::getParent)
                            .filter(folder -> !folder.equals(JAVA))
                            .map(folder -> JAVA.relativize(folder).toString())
                            .sorted()
                            .map(PackagesTest::line)
                            .toList();
        }
        Files.write(MADE, made);
        var told = Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("- `"));
        assertEquals(String.join("\n", made), String.join("\n", told.toList()));
    }

    private static String line(String name) {
        try {
            var info = Files.readString(JAVA.resolve(name).resolve("package-info.java"));
            var sentence = FIRST_SENTENCE.matcher(info);
            return "- `%s` %s"
                    .formatted(
                            name,
                            sentence.find()
                                    ? sentence.group(1).replaceAll("\\s*\\n \\*\\s*", " ").strip()
                                    : "has no sentence");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
