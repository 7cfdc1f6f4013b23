/** How gradients change weights: optimizers, learning-rate schedules, clipping. */
@NullMarked
package descent.engine.optimizer;

import org.jspecify.annotations.NullMarked;
