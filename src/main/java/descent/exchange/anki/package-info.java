/** Anki's packages. */
@NullMarked
package descent.exchange.anki;

import org.jspecify.annotations.NullMarked;
