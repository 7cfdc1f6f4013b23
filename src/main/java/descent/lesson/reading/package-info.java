/** Where somebody is in the lessons of a course, and which of them are read. */
@NullMarked
package descent.lesson.reading;

import org.jspecify.annotations.NullMarked;
