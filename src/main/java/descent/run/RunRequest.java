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

    /** Of a name that is too long as much as may be is kept; one without letters gets one. */
    public RunRequest {
        name = shown(name);
    }

    /** A name that may stand on one line of a page or a file. */
    static String shown(String name) {
        var oneLine =
                name.replaceAll(
                                "[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+",
                                " ")
                        .strip();
        int most =
                oneLine.offsetByCodePoints(
                        0, Math.min(NAME_MAX, oneLine.codePointCount(0, oneLine.length())));
        var cut = oneLine.substring(0, most).strip();
        return cut.isEmpty() ? "Run" : cut;
    }
}
