/** Spans of requests, runs and SQL, where the settings name somebody who collects them. */
@NullMarked
package descent.shared.trace;

import org.jspecify.annotations.NullMarked;
