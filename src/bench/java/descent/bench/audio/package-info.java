/** How long the sound of a lesson takes, and how well captions fit it. */
@NullMarked
package descent.bench.audio;

import org.jspecify.annotations.NullMarked;
