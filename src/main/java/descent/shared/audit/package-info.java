/** The log of who did what to whom, only ever added to. */
@NullMarked
package descent.shared.audit;

import org.jspecify.annotations.NullMarked;
