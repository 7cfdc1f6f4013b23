/** The pages of one part: its text, draft and preview, its history, and what waits beside it. */
@NullMarked
package descent.editor.part;

import org.jspecify.annotations.NullMarked;
