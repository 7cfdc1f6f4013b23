/** What networks learn from: generated and own data, features, splits. */
@NullMarked
package descent.engine.data;

import org.jspecify.annotations.NullMarked;
