/** News that all replicas hear at once, carried by PostgreSQL. */
@NullMarked
package descent.shared.live;

import org.jspecify.annotations.NullMarked;
