package descent.course.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A folder of authored files, wherever it is kept: on disk, in the database, in a zip. */
public interface ContentFiles {
    /** Relative to the folder, with {@code /}. */
    SortedSet<String> paths();

    Optional<byte[]> bytes(String path);

    /** Of the text at this path; 0 where there are no revisions. */
    default long revision(String path) {
        return 0;
    }

    static ContentFiles of(Map<String, byte[]> files) {
        var sorted = new TreeMap<>(files);
        return new ContentFiles() {
            @Override
            public SortedSet<String> paths() {
                return Collections.unmodifiableSortedSet(sorted.navigableKeySet());
            }

            @Override
            public Optional<byte[]> bytes(String path) {
                return Optional.ofNullable(sorted.get(path));
            }
        };
    }

    /** For small examples: texts instead of bytes. */
    static ContentFiles ofTexts(Map<String, String> texts) {
        return of(
                texts.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> e.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    /** What lies below a folder now; hidden files and links to elsewhere are not part of it. */
    static ContentFiles in(Path folder) {
        var files = new TreeMap<String, byte[]>();
        for (var path : pathsIn(folder)) {
            try {
                files.put(path, Files.readAllBytes(folder.resolve(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return of(files);
    }

    /** Another whenever a file below the folder was added, changed or removed; cheap. */
    static String stamp(Path folder) {
        var stamp = new StringBuilder();
        for (var path : pathsIn(folder)) {
            var file = folder.resolve(path).toFile();
            stamp.append(path).append(file.lastModified()).append(' ').append(file.length());
        }
        return stamp.toString();
    }

    private static SortedSet<String> pathsIn(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
