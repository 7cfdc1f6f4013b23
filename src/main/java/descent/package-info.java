/** Descent: people learn here how deep networks are trained, by training some. */
@NullMarked
package descent;

import org.jspecify.annotations.NullMarked;
