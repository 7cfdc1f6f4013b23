package descent.course.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import descent.testing.SecondLane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An author's editor that checks files against the schemas agrees with the program. */
@SecondLane
class ContentSchemasTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    static Set<String> kinds() {
        return ContentSchemas.all().keySet();
    }

    /** Written anew by {@code ./mvnw -q -Pcheck -Dreport=src/docs}. */
    @ParameterizedTest
    @MethodSource("kinds")
    void theDocsHaveTheSchemasOfTheReaders(String kind) throws IOException {
        assertEquals(
                ContentSchemas.all().get(kind),
                Files.readString(Path.of("src/docs/schema/" + kind + ".json")));
    }

    static Stream<Path> authoredFiles() throws IOException {
        return Stream.of("content", "src/test/content")
                .flatMap(ContentSchemasTest::yamlFiles)
                .sorted();
    }

    private static Stream<Path> yamlFiles(String folder) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("authoredFiles")
    void whatTheReaderReadsIsValid(Path file) throws IOException {
        var folder = file.getName(file.getNameCount() - 2).toString();
        var name = file.getFileName().toString().replace(".yaml", "");
        var kind = folder.equals("tests") ? "test" : folder.equals("questions") ? folder : name;
        assertEquals(Set.of(), problems(kind, Files.readString(file)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    glossary    | terms: [{id: Rate, term: rate, definition: a number}]  | pattern
                    glossary    | terms: [{id: rate, term: rate}]                        | definition
                    glossary    | terms: [{id: rate, term: r, definition: a, other: b}]  | other
                    flashcards  | cards: {a: b}                                          | array
                    test        | {title: T, minutes: 0, pass: 0.6, questions: [], review: right-after} | minimum
                    test        | {title: T, minutes: 5, pass: 0.6, questions: [], review: never}       | review
                    """)
    void whatTheReaderRefusesIsNot(String kind, String yaml, String told) throws IOException {
        var problems = problems(kind, yaml);
        assertTrue(problems.toString().contains(told), problems.toString());
    }

    @Test
    void whatOtherRoomsReadStaysOpen() throws IOException {
        var question =
                "{id: q, type: numerical, concept: c, section: s, difficulty: easy, answer: 3}";
        assertEquals(Set.of(), problems("questions", "questions: [" + question + "]"));
    }

    private static Set<ValidationMessage> problems(String kind, String yaml) throws IOException {
        var schema = new ObjectMapper().readTree(ContentSchemas.all().get(kind));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(YAML.readTree(yaml));
    }
}
