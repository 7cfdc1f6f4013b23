/** Prose as authors write it, Markdown with formulas, made into safe HTML. */
@NullMarked
package descent.shared.text;

import org.jspecify.annotations.NullMarked;
