/** Experiments of the lessons: a claim, a prediction, the runs that decide, and why. */
@NullMarked
package descent.experiment.preset;

import org.jspecify.annotations.NullMarked;
