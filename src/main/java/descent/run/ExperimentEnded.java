package descent.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event: a person's experiment came to a result. Observers run in the transaction that records
 * it.
 *
 * @param presetId null for an experiment of one's own
 */
public record ExperimentEnded(
        UUID personId, @Nullable String courseId, @Nullable String presetId) {}
