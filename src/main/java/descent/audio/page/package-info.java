/** Listening: the page of a part with its player, its files, and where the listener stopped. */
@NullMarked
package descent.audio.page;

import org.jspecify.annotations.NullMarked;
