/** What this replica of the program does, and whether its settings are sound. */
@NullMarked
package descent.shared.replica;

import org.jspecify.annotations.NullMarked;
