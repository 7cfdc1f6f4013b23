package descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the tables of the security standard and of the guarantees name what is there. */
class AsvsTest {
    private static final Path TABLE = Path.of("src/docs/asvs.md");
    private static final Pattern ROW =
            Pattern.compile(
                    "\\| ([\\d., ]+) \\| [12] \\| [^|]+ \\| (Test|Page|Not applicable:|Not met:) (.+) \\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern PAGE = Pattern.compile("`(src/[\\w/.]+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && Character.isDigit(line.charAt(2)))
                .toList();
    }

    @Test
    void eachRowSaysHowTheRequirementStands() throws IOException {
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            var form = ROW.matcher(row);
            boolean named =
                    form.matches()
                            && switch (form.group(2)) {
                                case "Test" -> TEST.matcher(row).find();
                                case "Page" -> PAGE.matcher(row).find();
                                default -> true;
                            };
            if (!named) {
                wrong.add(row);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asvs.md", "guarantees.md"})
    void testsAndPagesNamedThereExist(String table) throws IOException {
        var sources = sources();
        var text = Files.readString(TABLE.resolveSibling(table));
        var missing =
                TEST.matcher(text)
                        .results()
                        .filter(test ->
                                !sources.getOrDefault(test.group(1), "")
                                        .contains(" void " + test.group(2) + "("))
                        .map(test -> test.group())
                        .collect(Collectors.toCollection(ArrayList::new));
        PAGE.matcher(text)
                .results()
                .map(page -> page.group(1))
                .filter(page -> !Files.exists(Path.of(page)))
                .forEach(missing::add);
        assertEquals(List.of(), missing);
    }

    @Test
    void requirementsStandOnceAndInOrder() throws IOException {
        var numbers =
                rows().stream()
                        .flatMap(row -> List.of(row.split("\\|")[1].strip().split(", ")).stream())
                        .toList();
        assertEquals(numbers.stream().distinct().toList(), numbers);
        var chapters = numbers.stream().map(n -> Integer.valueOf(n.split("\\.")[0])).toList();
        assertEquals(chapters.stream().sorted().toList(), chapters);
        assertEquals(17, chapters.stream().distinct().count());
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    AsvsTest::read,
                                    (a, b) -> a + b));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
