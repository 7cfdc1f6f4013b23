package descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.testing.SecondLane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the sources of all pages: what is typed by people gets into them as text alone. */
@SecondLane
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

    /** Asks for the password; enrolled, set or sent again beside it. */
    private static final Set<String> TAKEN_BACK =
            Set.of(
                    "/account/data/delete",
                    "/admin/people/{view.person.id}/courses/remove",
                    "/admin/people/{view.person.id}/reset",
                    "/courses/{course.id}/notes/{bookmark.id}/remove");

    private static final Pattern SURE = Pattern.compile("\\{#include shared/sure [^}]*}$");

    private static List<String> found(Path folder, String pattern) {
        var wanted = Pattern.compile(pattern);
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(TemplatesTest::lines)
                    .filter(line -> wanted.matcher(line).find())
                    .filter(line -> REVIEWED.stream().noneMatch(line::contains))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> file + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Such a form is folded, or asks for something that one has to type. */
    @Test
    void whatCannotBeTakenBackIsAskedFor() throws IOException {
        var deletion =
                Pattern.compile(
                        "<form [^>]*action=\"([^\"]*/(delete|remove|withdraw|revoke|reset))\"");
        var unasked = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var text = Files.readString(file);
                var forms = deletion.matcher(text);
                while (forms.find()) {
                    var before = text.substring(0, forms.start());
                    boolean folded =
                            SURE.matcher(before).find()
                                    || before.lastIndexOf("<details")
                                            > before.lastIndexOf("</details");
                    if (!folded && !TAKEN_BACK.contains(forms.group(1))) {
                        unasked.add(file + ": " + forms.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), unasked);
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
