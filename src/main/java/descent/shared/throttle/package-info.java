/** Counts how often something is tried, and refuses what comes too often. */
@NullMarked
package descent.shared.throttle;

import org.jspecify.annotations.NullMarked;
