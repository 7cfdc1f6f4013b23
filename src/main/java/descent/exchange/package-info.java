/** The formats of the outside world, read with distrust and written as others expect them. */
@NullMarked
package descent.exchange;

import org.jspecify.annotations.NullMarked;
