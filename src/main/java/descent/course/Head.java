package descent.course;

import org.jspecify.annotations.Nullable;

/**
 * What learners see of a file.
 *
 * @param waiting a text that its folder has since a browser edit took the lead
 */
public record Head(Revision revision, @Nullable Revision waiting) {}
