/** Backpropagation, step by step: a small network as a graph, and gradients that flow back. */
@NullMarked
package descent.experiment.backpropagation;

import org.jspecify.annotations.NullMarked;
