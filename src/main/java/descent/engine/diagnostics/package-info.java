/** Looks at a network: how good it is, and what goes on in its layers. */
@NullMarked
package descent.engine.diagnostics;

import org.jspecify.annotations.NullMarked;
