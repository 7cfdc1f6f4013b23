package descent.course.reading;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.course.yaml.AskedFields;
import descent.course.yaml.Fields;
import descent.course.yaml.FileNotes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The JSON Schema of each kind of authored file, learnt from its reader. */
public final class ContentSchemas {
    private static final Map<String, BiFunction<Fields, FileNotes, ?>> READERS =
            Map.ofEntries(
                    entry("catalogue", (f, _) -> CourseReaders.catalogue(f)),
                    entry("course", CourseReaders::syllabus),
                    entry("glossary", (f, _) -> CourseReaders.glossary(f)),
                    entry("voices", (f, _) -> VoicesReader.voices(f)),
                    entry("concepts", (f, _) -> LessonPartReaders.concepts(f)),
                    entry("conversation", (f, _) -> LessonPartReaders.conversation(f)),
                    entry("audiobook", (f, _) -> LessonPartReaders.audiobook(f)),
                    entry("flashcards", (f, _) -> LessonPartReaders.flashcards(f)),
                    entry("questions", BankReader::read),
                    entry("experiments", (f, _) -> PresetReader.read(f)),
                    entry("challenges", (f, _) -> ChallengeReader.read(f)),
                    entry("test", (f, notes) -> TestReader.read("test", f, notes)));

    private ContentSchemas() {}

    /** Name of the kind of file to its schema, as JSON. */
    public static SortedMap<String, String> all() {
        var schemas = new TreeMap<String, String>();
        READERS.forEach((kind, reader) -> schemas.put(kind, schema(kind, reader)));
        return schemas;
    }

    private static String schema(String kind, BiFunction<Fields, FileNotes, ?> reader) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", kind);
        schema.putAll(AskedFields.schema(f -> reader.apply(f, new FileNotes(kind))));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
