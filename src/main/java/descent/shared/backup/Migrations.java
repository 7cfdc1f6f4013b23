package descent.shared.backup;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Migrations of this program, laid out in a folder of their own, where Flyway sees no others.
 *
 * @param folder is removed at the end
 */
record Migrations(Path folder) implements AutoCloseable {
    private static final String WHERE = "/db/migration";

    /** All, with what comes after them. */
    static Migrations all() throws IOException {
        return new Migrations(lay(_ -> true));
    }

    /**
     * Some of them, without what comes after them.
     *
     * @throws IOException when this program lacks one
     */
    static Migrations named(List<String> names) throws IOException {
        var migrations = new Migrations(lay(new HashSet<>(names)::contains));
        var missing = new HashSet<>(names);
        missing.removeAll(migrations.names());
        if (!missing.isEmpty()) {
            migrations.close();
            throw new IOException(
                    "The backup is of a newer program: this one has no migration " + missing);
        }
        return migrations;
    }

    private static Path lay(Predicate<String> wanted) throws IOException {
        var folder = Files.createTempDirectory("descent-migrations");
        var origin = origin();
        if (origin.getScheme().equals("jar")) {
            try (var jar = FileSystems.newFileSystem(origin, Map.of())) {
                copy(jar.getPath(WHERE), folder, wanted);
            }
        } else {
            copy(Path.of(origin), folder, wanted);
        }
        return folder;
    }

    private static URI origin() throws IOException {
        try {
            return Objects.requireNonNull(Migrations.class.getResource(WHERE), WHERE).toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void copy(Path from, Path folder, Predicate<String> wanted) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (wanted.test(name)) {
                    Files.copy(file, folder.resolve(name));
                }
            }
        }
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
