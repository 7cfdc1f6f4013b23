/** What a run records, as it is kept and sent: portions of points and snapshots in JSON. */
@NullMarked
package descent.run.record;

import org.jspecify.annotations.NullMarked;
