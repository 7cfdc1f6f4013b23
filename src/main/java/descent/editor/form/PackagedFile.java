package descent.editor.form;

import descent.course.yaml.FileNotes;
import descent.course.yaml.YamlNode;
import descent.course.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A file that stands beside a class and is part of the program. */
public final class PackagedFile {
    private PackagedFile() {}

    /** What it says by name. */
    public static Map<String, Object> mapping(Class<?> beside, String file) {
        var notes = new FileNotes(file);
        var root = YamlText.parse(text(beside, file), 1, notes);
        if (root.orElse(null) instanceof YamlNode.Mapping mapping) {
            return mapping.plain();
        }
        throw new IllegalStateException(file + ": " + notes.findings());
    }

    public static String text(Class<?> beside, String file) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
