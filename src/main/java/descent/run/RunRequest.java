package descent.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a run, and as what.
 *
 * @param personId null for the system, which records presets for all to see
 * @param courseId the course in whose lab or lesson it is asked for
 * @param presetId null for an experiment of one's own
 * @param name to tell the runs of one picture apart; shown, never trusted
 */
public record RunRequest(
        @Nullable UUID personId,
        @Nullable String courseId,
        @Nullable String presetId,
        String name) {
    private static final int NAME_MAX = 80;

    public RunRequest {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException(
                    "a name must have 1 to %d characters, had %d"
                            .formatted(NAME_MAX, name.length()));
        }
    }
}
