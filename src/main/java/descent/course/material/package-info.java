/**
 * What a course is made of, as records: read from the authors' files, each part knowing what is
 * wrong with it.
 */
@NullMarked
package descent.course.material;

import org.jspecify.annotations.NullMarked;
