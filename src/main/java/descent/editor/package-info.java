/**
 * Where authors change what learners see: texts with their drafts, the check, the preview, what is
 * published, and the way back.
 */
@NullMarked
package descent.editor;

import org.jspecify.annotations.NullMarked;
