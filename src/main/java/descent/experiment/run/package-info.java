/**
 * Runs and the requests for them: a run is a value, computed once for all who ask for it, by a fair
 * queue on PostgreSQL.
 */
@NullMarked
package descent.experiment.run;

import org.jspecify.annotations.NullMarked;
