/** How soon there is something to read. */
@NullMarked
package descent.bench.face;

import org.jspecify.annotations.NullMarked;
