/** Zips that strangers sent, read with distrust. */
@NullMarked
package descent.exchange.zip;

import org.jspecify.annotations.NullMarked;
