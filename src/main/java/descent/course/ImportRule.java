package descent.course;

import descent.course.Revision.Origin;
import java.util.Optional;

/** What becomes of a file of the content folder, whose state as a whole is new. */
enum ImportRule {
    /** It changes nothing. */
    LEAVE,
    /** Learners see it from now on. */
    PUBLISH,
    /** A browser edit stands in its way: it waits until an author has compared the two. */
    WAIT,
    /** It is gone from the folder, and so from the course. */
    REMOVE;

    /**
     * @param file hash of the file; empty when the folder has none
     * @param seen whether this very text has come from the folder before
     * @param head what learners see; empty when there has never been such a file
     */
    static ImportRule decide(Optional<String> file, boolean seen, Optional<Revision> head) {
        if (head.isEmpty()) {
            return file.isPresent() ? PUBLISH : LEAVE;
        }
        boolean edited = head.get().origin() == Origin.EDITOR;
        if (file.isEmpty()) {
            return edited || head.get().removed() ? LEAVE : REMOVE;
        }
        boolean same = !head.get().removed() && file.get().equals(head.get().sha256());
        if (same) {
            // An edit has arrived in the folder: from now on the two go together again.
            return edited ? PUBLISH : LEAVE;
        }
        if (!edited) {
            return PUBLISH;
        }
        return seen ? LEAVE : WAIT;
    }
}
