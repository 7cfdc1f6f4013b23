/** The pages on which learners see where they are and what comes next. */
@NullMarked
package descent.progress.home;

import org.jspecify.annotations.NullMarked;
