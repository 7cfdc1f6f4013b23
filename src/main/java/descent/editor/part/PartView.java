package descent.editor.part;

import descent.course.Revision;
import descent.course.material.Finding;
import descent.editor.Differences;
import descent.editor.PartPath;
import descent.editor.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one part, as its template shows it.
 *
 * @param text what the author is editing
 * @param base the revision on which the text is based
 * @param exists whether learners have such a part
 * @param draftSince when the text was kept as a draft; null when it is what learners see
 * @param behind what somebody else has published since; null when nobody has
 * @param waiting whether the content folder has another text that waits
 * @param others who else has a draft
 * @param notices what else there is to know
 * @param touched whom a publication reaches; nobody in particular for the catalogue
 * @param checked what the check says; null when it was not asked
 * @param done what has just been done
 */
public record PartView(
        PartPath part,
        String text,
        long base,
        boolean exists,
        @Nullable Instant draftSince,
        @Nullable Behind behind,
        boolean waiting,
        List<String> others,
        List<PartNotice.Notice> notices,
        @Nullable Touched touched,
        @Nullable Checked checked,
        String done) {
    public PartView {
        others = List.copyOf(others);
        notices = List.copyOf(notices);
    }

    /**
     * Somebody else's newer text.
     *
     * @param differences from it to the author's own
     */
    public record Behind(Revision head, String who, String theirs, Differences differences) {}

    /**
     * @param refused whether it was to be published and is not
     */
    public record Checked(Verdict verdict, List<Line> lines, boolean refused) {}

    /**
     * A finding with the line that it is about.
     *
     * @param excerpt empty where there is no such line
     */
    public record Line(Finding finding, String excerpt) {
        private static final int LONGEST = 120;

        static Line of(Finding finding, List<String> lines) {
            int at = finding.line() - 1;
            var line = at >= 0 && at < lines.size() ? lines.get(at).strip() : "";
            return new Line(
                    finding, line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
        }
    }

    PartView with(Checked verdict) {
        return new PartView(
                part,
                text,
                base,
                exists,
                draftSince,
                behind,
                waiting,
                others,
                notices,
                touched,
                verdict,
                done);
    }
}
