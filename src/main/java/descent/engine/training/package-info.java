/** Runs an experiment: steps, recorded points, and how it ended. */
@NullMarked
package descent.engine.training;

import org.jspecify.annotations.NullMarked;
