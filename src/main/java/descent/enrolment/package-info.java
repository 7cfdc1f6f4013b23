/** Who takes which course, and the gate before what only they may do. */
@NullMarked
package descent.enrolment;

import org.jspecify.annotations.NullMarked;
