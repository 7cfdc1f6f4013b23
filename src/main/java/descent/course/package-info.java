/** The courses as learners see them now, and the way for authors to change them. */
@NullMarked
package descent.course;

import org.jspecify.annotations.NullMarked;
