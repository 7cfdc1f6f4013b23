/** Streams of the progress of runs to browsers, as it is made. */
@NullMarked
package descent.run.stream;

import org.jspecify.annotations.NullMarked;
