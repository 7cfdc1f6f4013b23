/** Networks: layers with their forward and backward passes side by side, and initial weights. */
@NullMarked
package descent.engine.nn;

import org.jspecify.annotations.NullMarked;
