/** Reads the authors' files into a catalogue and its courses: no database, no framework. */
@NullMarked
package descent.course.reading;

import org.jspecify.annotations.NullMarked;
