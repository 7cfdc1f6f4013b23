/**
 * The private PostgreSQL server that runs beside the program when no other database is configured.
 */
@NullMarked
package descent.shared.postgres;

import org.jspecify.annotations.NullMarked;
