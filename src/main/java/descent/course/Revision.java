package descent.course;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text that a content file has or had.
 *
 * @param sha256 of its bytes; of nothing when it was taken away
 * @param author who edited it in the browser; null for a file of the content folder
 */
public record Revision(
        long id,
        String path,
        String sha256,
        boolean removed,
        Origin origin,
        @Nullable UUID author,
        Instant createdAt) {
    /** Where a text comes from. */
    public enum Origin {
        FILE,
        EDITOR
    }
}
