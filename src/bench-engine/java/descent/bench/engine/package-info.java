/** How fast the engine trains, beside the libraries a user would pick instead. */
@NullMarked
package descent.bench.engine;

import org.jspecify.annotations.NullMarked;
