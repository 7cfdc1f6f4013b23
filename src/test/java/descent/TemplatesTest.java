package descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the sources of all pages: what is typed by people gets into them as text alone. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path JAVA = Path.of("src/main/java");

    /**
     * What HtmlWriter has drawn itself, the checksum that Anki's format asks for, and the looks of
     * a PDF, which no browser sees.
     */
    private static final List<String> REVIEWED =
            List.of(
                    "out.raw(formulas.draw(",
                    "exchange/anki/CollectionWriter.java",
                    "HMAC-SHA-1",
                    "progress/certificate-pdf.html: <style>");

    private static List<String> found(Path folder, String pattern) {
        var wanted = Pattern.compile(pattern);
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(TemplatesTest::lines)
                    .filter(line -> wanted.matcher(line).find())
                    .filter(line -> REVIEWED.stream().noneMatch(line::contains))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\.(raw|safe)\\b",
                // An attribute whose value is not quoted.
                "\\s[a-z-]+=\\{",
                "<script(?![^>]*\\ssrc=)",
                "\\son[a-z]+\\s*=",
                "\\sstyle\\s*=",
                "<style",
                "javascript:",
                "srcdoc",
                "<base"
            })
    void e6f1NoTemplateOpensADoorToScripts(String pattern) {
        assertEquals(List.of(), found(TEMPLATES, pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RawString",
                "\\.raw\\(",
                "Qute\\.fmt",
                "engine\\.parse\\(",
                "TemplateExtension"
            })
    void e6NothingThatPeopleTypeIsParsedAsATemplate(String pattern) {
        assertEquals(List.of(), found(JAVA, pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectInputStream",
                "readObject\\(",
                "XMLDecoder",
                "ScriptEngine",
                "Runtime\\.getRuntime\\(\\)\\.exec",
                "InitialContext",
                "enableDefaultTyping",
                "MD5",
                "SHA-1\"",
                "Math\\.random",
                "trustAll"
            })
    void programUsesNothingOfTheDangerousKind(String pattern) {
        assertEquals(List.of(), found(JAVA, pattern));
    }

    @Test
    void scriptsOfPagesWriteTextAndNoMarkup() {
        assertEquals(
                List.of(),
                found(
                        Path.of("src/main/resources/web/app"),
                        "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|postMessage"));
    }
}
