/** Texts that learners are to see from a time on. */
@NullMarked
package descent.editor.later;

import org.jspecify.annotations.NullMarked;
