package descent.course.material;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one file holds. A file that cannot be read is broken, which breaks nothing else; single
 * items of it that cannot be read are left out and stand among the findings.
 *
 * <p>The file is read once, by the first who asks what it holds; others wait for that.
 */
public final class Part<T> {
    /**
     * @param value absent when the file is missing or broken
     * @param index what the file names, for the rules that look across files
     * @param findings of reading this file alone
     */
    public record Read<T>(@Nullable T value, Index index, List<Finding> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    private final String path;
    private final long revision;
    private @Nullable Supplier<Read<T>> reader;
    private volatile @Nullable Read<T> read;

    /**
     * @param path within the content folder
     * @param revision of the file's text; 0 where the file comes from no database
     * @param reader of a text that is at hand: who waits for it may hold a connection
     */
    public Part(String path, long revision, Supplier<Read<T>> reader) {
        this.path = path;
        this.revision = revision;
        this.reader = reader;
    }

    public static <T> Part<T> missing(String path) {
        return new Part<>(path, 0, () -> new Read<>(null, Index.EMPTY, List.of()));
    }

    public String path() {
        return path;
    }

    public long revision() {
        return revision;
    }

    public Index index() {
        return read().index();
    }

    public List<Finding> findings() {
        return read().findings();
    }

    /** Not there, which is allowed of every file that is not named by another. */
    public boolean isMissing() {
        return !isThere() && findings().isEmpty();
    }

    public boolean isBroken() {
        return !isThere() && !findings().isEmpty();
    }

    /** There, but something of it had to be left out. */
    public boolean isIncomplete() {
        return isThere() && findings().stream().anyMatch(Finding::isError);
    }

    public boolean isThere() {
        return read().value() != null;
    }

    /** What it holds, for those who have asked whether it is there. */
    public T get() {
        return content()
                .orElseThrow(() -> new IllegalStateException(path + " is missing or broken"));
    }

    public Optional<T> content() {
        return Optional.ofNullable(read().value());
    }

    /** A list of the part, empty when there is no part. */
    public <E> List<E> list(Function<? super T, List<E>> items) {
        return content().map(items).orElse(List.of());
    }

    private Read<T> read() {
        var known = read;
        return known != null ? known : readNow();
    }

    private synchronized Read<T> readNow() {
        var known = read;
        if (known == null) {
            known = Objects.requireNonNull(reader, path).get();
            read = known;
            reader = null;
        }
        return known;
    }
}
