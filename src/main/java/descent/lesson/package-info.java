/** The catalogue, courses and lessons as pages to read. */
@NullMarked
package descent.lesson;

import org.jspecify.annotations.NullMarked;
