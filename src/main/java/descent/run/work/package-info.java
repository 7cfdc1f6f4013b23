/** Workers: each takes runs from the queue, trains them on a thread of its own and records them. */
@NullMarked
package descent.run.work;

import org.jspecify.annotations.NullMarked;
