/** The lab: experiments of one's own, with all that was recorded of them, and what leaves it. */
@NullMarked
package descent.experiment.lab;

import org.jspecify.annotations.NullMarked;
