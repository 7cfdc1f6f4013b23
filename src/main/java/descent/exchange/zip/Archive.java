package descent.exchange.zip;

import com.github.luben.zstd.ZstdInputStream;
import descent.exchange.card.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The entries of a zip that a stranger sent. Nothing is written anywhere; what is unpacked into
 * memory is counted while it is read, whatever the zip says of itself.
 */
public final class Archive implements AutoCloseable {
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_BYTES = 48 * 1024 * 1024;
    private static final int MOST_TIMES = 100;

    /** A small collection is mostly empty pages, which pack well. */
    private static final int ALWAYS_ALLOWED = 1024 * 1024;

    /** Zstandard may ask for as much memory as its window is large; Anki's windows are smaller. */
    private static final int LARGEST_WINDOW_LOG = 24;

    private final ZipFile zip;
    private final String kind;
    private long allowance;

    private Archive(ZipFile zip, String kind, int size) {
        this.zip = zip;
        this.kind = kind;
        this.allowance = Math.clamp((long) MOST_TIMES * size, ALWAYS_ALLOWED, MOST_BYTES);
    }

    /**
     * @param kind what it should be, for messages: "Anki package"
     * @param allowed the names that files may have in it
     * @throws UnreadableFile when it is no zip, or one with a name that is not allowed
     */
    public static Archive open(byte[] bytes, String kind, Predicate<String> allowed) {
        try {
            var zip =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                            .get();
            var names = new HashSet<String>();
            for (var entry : Collections.list(zip.getEntries())) {
                var name = entry.getName();
                if (names.size() == MOST_ENTRIES) {
                    throw new UnreadableFile(
                            "The %s holds more than %,d files.".formatted(kind, MOST_ENTRIES));
                }
                if (!allowed.test(name) || entry.isUnixSymlink()) {
                    throw new UnreadableFile(
                            "The %s holds a link, or a file with a path in its name that leads elsewhere. Nothing of it is taken over."
                                    .formatted(kind));
                }
                if (!names.add(name)) {
                    throw new UnreadableFile(
                            "The %s holds the file %s twice.".formatted(kind, name));
                }
            }
            return new Archive(zip, kind, bytes.length);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFile("This is not a %s: it is no zip file.".formatted(kind), e);
        }
    }

    /** Of files, not of folders. */
    public List<String> names() {
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipArchiveEntry::getName)
                .toList();
    }

    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * @throws UnreadableFile when it is not there, damaged, or too much
     */
    public byte[] read(String name, boolean zstandard) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableFile("The %s lacks the file %s.".formatted(kind, name));
        }
        try (var packed = zip.getInputStream(entry);
                var content = zstandard ? unpacked(packed.readNBytes(MOST_BYTES)) : packed) {
            return counted(content);
        } catch (ZipException e) {
            throw new UnreadableFile(
                    "The file %s of the %s is encrypted or packed in an unusual way."
                            .formatted(name, kind),
                    e);
        } catch (IOException e) {
            throw new UnreadableFile("The file %s of the %s is damaged.".formatted(name, kind), e);
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
                        "The %s unpacks to more than %d MB or to more than %d times its size."
                                .formatted(kind, MOST_BYTES / 1024 / 1024, MOST_TIMES));
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
            throw new UnreadableFile("The %s could not be closed.".formatted(kind), e);
        }
    }
}
