package descent.course;

import descent.course.material.ContentFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The small course of {@code src/test/content}, whole or with one file changed. */
public final class Sample {
    public static final Path FOLDER = Path.of("src/test/content");
    public static final String COURSE = "sample";
    public static final String LESSON = "sample/lessons/01-walking-downhill/";

    private final Map<String, byte[]> files = new HashMap<>();

    public Sample() {
        var folder = ContentFiles.in(FOLDER);
        folder.paths().forEach(path -> files.put(path, folder.bytes(path).orElseThrow()));
    }

    public Sample with(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Sample without(String path) {
        files.remove(path);
        return this;
    }

    /** Replaces a passage that is there exactly once. */
    public Sample replacing(String path, String passage, String other) {
        var text = text(path);
        if (text.split(Pattern.quote(passage), -1).length != 2) {
            throw new IllegalArgumentException(path + " has not one \"" + passage + "\"");
        }
        return with(path, text.replace(passage, other));
    }

    public String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    public ContentFiles files() {
        return ContentFiles.of(files);
    }
}
