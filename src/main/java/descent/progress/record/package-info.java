/** What a learner did, to be taken along. */
@NullMarked
package descent.progress.record;

import org.jspecify.annotations.NullMarked;
