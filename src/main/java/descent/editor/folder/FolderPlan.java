package descent.editor.folder;

import descent.editor.Differences;
import descent.editor.PartPath;
import descent.editor.Verdict;
import java.util.List;
import java.util.UUID;

/**
 * What a folder would change of a course.
 *
 * @param known whether there is such a course
 * @param same how many files are as they are in the course
 * @param leftOut names in the zip that no course has
 * @param verdict what the check says, if all that is new and changed is taken
 */
public record FolderPlan(
        UUID id,
        String fileName,
        String course,
        boolean known,
        List<Step> steps,
        long same,
        List<String> leftOut,
        Verdict verdict) {
    /** How a file of the folder stands to the course's. */
    public enum Kind {
        NEW,
        CHANGED,
        /** The course has it, the folder does not. */
        MISSING;

        /** As it is shown. */
        @Override
        public String toString() {
            return switch (this) {
                case NEW -> "new";
                case CHANGED -> "changed";
                case MISSING -> "not in the folder";
            };
        }
    }

    /**
     * A file that is other than the course's.
     *
     * @param base the revision that it was compared with
     * @param differences of a text; nothing to compare of a picture
     */
    public record Step(Kind kind, PartPath part, long base, Differences differences) {
        /** To be sent back by whoever takes it. */
        public String choice() {
            return base + ":" + part.path();
        }

        /** Chosen unless the author says otherwise: nothing is taken away by itself. */
        public boolean isTaken() {
            return kind != Kind.MISSING;
        }
    }

    public FolderPlan {
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
    }
}
