/** A question drawn for one attempt: what is asked, its key, a response to it, and its grade. */
@NullMarked
package descent.question.drawn;

import org.jspecify.annotations.NullMarked;
