/** A course as the folder of files that it is written in, packed into a zip. */
@NullMarked
package descent.exchange.folder;

import org.jspecify.annotations.NullMarked;
