/**
 * Runs and the requests for them: a run is a value, computed once for all who ask for it, by a fair
 * queue on PostgreSQL.
 */
@NullMarked
package descent.run;

import org.jspecify.annotations.NullMarked;
