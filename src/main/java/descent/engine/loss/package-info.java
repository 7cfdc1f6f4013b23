/** What training makes small: losses with value and gradient side by side. */
@NullMarked
package descent.engine.loss;

import org.jspecify.annotations.NullMarked;
