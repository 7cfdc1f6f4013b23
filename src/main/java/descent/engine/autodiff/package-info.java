/** Graphs of numbers: forward values, and gradients by the chain rule, step by step, to show. */
@NullMarked
package descent.engine.autodiff;

import org.jspecify.annotations.NullMarked;
