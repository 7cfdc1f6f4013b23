/** A course as a podcast, at an address of the learner's own. */
@NullMarked
package descent.audio.podcast;

import org.jspecify.annotations.NullMarked;
