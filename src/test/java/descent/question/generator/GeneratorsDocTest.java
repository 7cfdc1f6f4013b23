package descent.question.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table that authors read says what the generators know. */
class GeneratorsDocTest {
    private static final Path DOC = Path.of("src/docs/generators.md");
    private static final int SEEDS = 60;

    @Test
    void tableIsThatOfTheProgram() throws IOException {
        var written =
                Files.readAllLines(DOC).stream()
                        .filter(line -> line.startsWith("| `"))
                        .collect(Collectors.joining("\n"));
        var expected =
                Generators.byName().values().stream()
                        .map(GeneratorsDocTest::row)
                        .collect(Collectors.joining("\n"));
        assertEquals(expected, written, () -> "the table should be:\n" + expected);
    }

    private static String row(Generator generator) {
        var values = new TreeSet<String>();
        for (long seed = 0; seed < SEEDS; seed++) {
            values.addAll(generator.variant(Map.of(), seed).values().keySet());
        }
        return "| `%s` | %s | %s |"
                .formatted(
                        generator.name(),
                        generator.parameters().stream()
                                .map(GeneratorsDocTest::parameter)
                                .collect(Collectors.joining("; ")),
                        String.join(", ", values));
    }

    private static String parameter(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Number number ->
                    "`%s` %s…%s (%s)"
                            .formatted(
                                    number.name(),
                                    text(number.least()),
                                    text(number.most()),
                                    number.usual().low().equals(number.usual().high())
                                            ? text(number.usual().low())
                                            : text(number.usual().low())
                                                    + "…"
                                                    + text(number.usual().high()));
            case Parameter.Choice choice ->
                    "`%s` %s (%s)"
                            .formatted(
                                    choice.name(),
                                    String.join(", ", choice.allowed()),
                                    choice.usual().names().equals(choice.allowed())
                                            ? "all"
                                            : String.join(", ", choice.usual().names()));
        };
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
