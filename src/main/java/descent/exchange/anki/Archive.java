package descent.exchange.anki;

import com.github.luben.zstd.ZstdInputStream;
import descent.exchange.card.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The entries of a zip that a stranger sent. Nothing is written anywhere; what is unpacked into
 * memory is counted while it is read, whatever the zip says of itself.
 */
final class Archive implements AutoCloseable {
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_BYTES = 48 * 1024 * 1024;
    private static final int MOST_TIMES = 100;

    /** A small collection is mostly empty pages, which pack well. */
    private static final int ALWAYS_ALLOWED = 1024 * 1024;

    /** Zstandard may ask for as much memory as its window is large; Anki's windows are smaller. */
    private static final int LARGEST_WINDOW_LOG = 24;

    private final ZipFile zip;
    private long allowance;

    private Archive(ZipFile zip, int size) {
        this.zip = zip;
        this.allowance = Math.clamp((long) MOST_TIMES * size, ALWAYS_ALLOWED, MOST_BYTES);
    }

    /**
     * @throws UnreadableFile when it is no zip, or one with names that lead out of it
     */
    static Archive open(byte[] bytes) {
        try {
            var zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                            .get();
            int count = 0;
            for (var entry : Collections.list(zip.getEntries())) {
                if (++count > MOST_ENTRIES) {
                    throw new UnreadableFile(
                            "The package holds more than %,d files.".formatted(MOST_ENTRIES));
                }
                requirePlainName(entry);
            }
            return new Archive(zip, bytes.length);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("This is not an Anki package: it is no zip file.", e);
        }
    }

    /** Anki's packages are flat: a name with a path in it is an attack, not a file. */
    private static void requirePlainName(ZipArchiveEntry entry) {
        var name = entry.getName();
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*") || entry.isUnixSymlink()) {
            throw new UnreadableFile(
                    "The package holds a file with a path in its name, which no Anki package does.");
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * @throws UnreadableFile when it is not there, damaged, or too much
     */
    byte[] read(String name, boolean zstandard) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableFile("The package lacks the file %s.".formatted(name));
        }
        try (var packed = zip.getInputStream(entry);
                var content = zstandard ? unpacked(packed.readNBytes(MOST_BYTES)) : packed) {
            return counted(content);
        } catch (ZipException e) {
            throw new UnreadableFile(
                    "The package's file %s is encrypted or packed in a way that Anki does not use."
                            .formatted(name),
                    e);
        } catch (IOException e) {
            throw new UnreadableFile("The package's file %s is damaged.".formatted(name), e);
        }
    }

    private static InputStream unpacked(byte[] packed) throws IOException {
        var stream = new ZstdInputStream(new ByteArrayInputStream(packed));
        stream.setLongMax(LARGEST_WINDOW_LOG);
        return stream;
    }

    private byte[] counted(InputStream content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            allowance -= n;
            if (allowance < 0) {
                throw new UnreadableFile(
                        "The package unpacks to more than %d MB or to more than %d times its size."
                                .formatted(MOST_BYTES / 1024 / 1024, MOST_TIMES));
            }
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UnreadableFile("The package could not be closed.", e);
        }
    }
}
