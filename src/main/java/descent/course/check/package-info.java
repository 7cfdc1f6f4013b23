/** The content check: rules over a course as a whole, each finding with file, line and rule. */
@NullMarked
package descent.course.check;

import org.jspecify.annotations.NullMarked;
