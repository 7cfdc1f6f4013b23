/** How fast cards are reviewed. */
@NullMarked
package descent.bench.review;

import org.jspecify.annotations.NullMarked;
