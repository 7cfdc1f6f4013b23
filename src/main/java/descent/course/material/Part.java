package descent.course.material;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one file holds. A file that cannot be read is broken, which breaks nothing else; single
 * items of it that cannot be read are left out and stand among the findings.
 *
 * @param path within the content folder
 * @param revision of the file's text; 0 where the file comes from no database
 * @param value absent when the file is missing or broken
 * @param index what the file names, for the rules that look across files
 * @param findings of reading this file alone
 */
public record Part<T>(
        String path, long revision, @Nullable T value, Index index, List<Finding> findings) {
    public Part {
        findings = List.copyOf(findings);
    }

    public static <T> Part<T> missing(String path) {
        return new Part<>(path, 0, null, Index.EMPTY, List.of());
    }

    /** Not there, which is allowed of every file that is not named by another. */
    public boolean isMissing() {
        return value == null && findings.isEmpty();
    }

    public boolean isBroken() {
        return value == null && !findings.isEmpty();
    }

    /** There, but something of it had to be left out. */
    public boolean isIncomplete() {
        return value != null && findings.stream().anyMatch(Finding::isError);
    }

    public boolean isThere() {
        return value != null;
    }

    /** What it holds, for those who have asked whether it is there. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException(path + " is missing or broken");
        }
        return value;
    }

    public Optional<T> content() {
        return Optional.ofNullable(value);
    }

    /** A list of the part, empty when there is no part. */
    public <E> List<E> list(Function<? super T, List<E>> items) {
        return value == null ? List.of() : items.apply(value);
    }
}
