/** What all rooms stand on. Takes only what three rooms use. */
@NullMarked
package descent.shared;

import org.jspecify.annotations.NullMarked;
