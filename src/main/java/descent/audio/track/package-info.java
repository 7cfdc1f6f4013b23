/** The sound of the courses: queued, made by a worker, kept, replaced by recordings. */
@NullMarked
package descent.audio.track;

import org.jspecify.annotations.NullMarked;
