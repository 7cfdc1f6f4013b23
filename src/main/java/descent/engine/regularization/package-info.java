/** What keeps weights small: penalties, decay, limits. */
@NullMarked
package descent.engine.regularization;

import org.jspecify.annotations.NullMarked;
