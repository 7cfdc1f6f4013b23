/** Everything that the site knows in one file, and back: the same from any PostgreSQL to any. */
@NullMarked
package descent.shared.backup;

import org.jspecify.annotations.NullMarked;
