/** What a run may cost: limits by role, the daily allowance of compute, and what would fit. */
@NullMarked
package descent.run.budget;

import org.jspecify.annotations.NullMarked;
