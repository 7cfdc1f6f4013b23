/** Questions as authors write them: read, drawn for an attempt, and made to prove themselves. */
@NullMarked
package descent.question;

import org.jspecify.annotations.NullMarked;
