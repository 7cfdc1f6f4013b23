/** For authors: how far the sound of a course is, samples, and recordings of their own. */
@NullMarked
package descent.audio.author;

import org.jspecify.annotations.NullMarked;
