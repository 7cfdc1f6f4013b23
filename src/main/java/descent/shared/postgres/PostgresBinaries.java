package descent.shared.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jboss.logging.Logger;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this platform, unpacked once per machine into the user's cache
 * folder.
 */
final class PostgresBinaries {
    private static final Logger LOG = Logger.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /** The folder that holds {@code bin} and {@code lib}. */
    static Path unpacked() throws IOException {
        var archive = archive();
        var target = cache().resolve("postgres-" + nameOf(archive));
        if (!Files.exists(target.resolve("bin"))) {
            unpack(archive, target);
        }
        return target;
    }

    /** Tells versions apart. A cryptographic hash would cost each start half a second, cold. */
    private static String nameOf(byte[] archive) {
        var sum = new CRC32();
        sum.update(archive);
        return "%d-%08x".formatted(archive.length, sum.getValue());
    }

    private static byte[] archive() throws IOException {
        var name = "/postgres-%s-%s.txz".formatted(system(), architecture());
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(
                        "there are no PostgreSQL programs for this platform ("
                                + name
                                + "): set descent.db.url to the JDBC URL of a PostgreSQL server");
            }
            return in.readAllBytes();
        }
    }

    private static String system() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.contains("win") ? "windows" : os.contains("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    private static Path cache() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base =
                xdg == null || xdg.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(xdg);
        return base.resolve("descent");
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        long begin = System.nanoTime();
        Files.createDirectories(target.getParent());
        var temporary = Files.createTempDirectory(target.getParent(), "unpack");
        try {
            writeAll(archive, temporary);
            // PostgreSQL may run as another user than this program.
            temporary.toFile().setReadable(true, false);
            temporary.toFile().setExecutable(true, false);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            LOG.infof(
                    "PostgreSQL programs unpacked to %s (%d ms)",
                    target, (System.nanoTime() - begin) / 1_000_000);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.debugf("another process unpacked %s first", target);
        } finally {
            delete(temporary);
        }
    }

    /** What is left of it: nothing when it was moved. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void writeAll(byte[] archive, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, folder);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(
                    "the archive of PostgreSQL has a path outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0) {
                file.toFile().setExecutable(true, false);
            }
        }
    }
}
