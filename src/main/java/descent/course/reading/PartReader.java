package descent.course.reading;

import descent.course.material.ContentFiles;
import descent.course.material.Part;
import descent.course.yaml.Fields;
import descent.course.yaml.FileNotes;
import descent.course.yaml.YamlText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes a part of one file: every kind of file goes through here. */
final class PartReader {
    private final ContentFiles files;

    PartReader(ContentFiles files) {
        this.files = files;
    }

    /** A file of YAML whose top is a mapping. */
    <T> Part<T> yaml(String path, BiFunction<Fields, FileNotes, T> reader) {
        return text(
                path,
                (text, notes) ->
                        YamlText.parse(text, 1, notes)
                                .flatMap(top ->
                                        Fields.read(top, notes, f -> reader.apply(f, notes))));
    }

    <T> Part<T> text(String path, BiFunction<String, FileNotes, Optional<T>> reader) {
        return files.bytes(path)
                .map(bytes ->
                        new Part<>(path, files.revision(path), () -> read(path, bytes, reader)))
                .orElseGet(() -> Part.missing(path));
    }

    private static <T> Part.Read<T> read(
            String path, byte[] bytes, BiFunction<String, FileNotes, Optional<T>> reader) {
        var notes = new FileNotes(path);
        var value = decoded(bytes, notes).flatMap(text -> reader.apply(text, notes));
        return new Part.Read<>(value.orElse(null), notes.index(), notes.findings());
    }

    private static Optional<String> decoded(byte[] bytes, FileNotes notes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            notes.error(line, "encoding", "the file is not UTF-8");
            return Optional.empty();
        }
    }
}
