/** Optimizers on surfaces of two weights, where every step can be seen. */
@NullMarked
package descent.engine.path;

import org.jspecify.annotations.NullMarked;
