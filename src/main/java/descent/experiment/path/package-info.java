/** Paths of optimizers: several on one surface, step by step, with the terms of each update. */
@NullMarked
package descent.experiment.path;

import org.jspecify.annotations.NullMarked;
