/** Watching over tests under way: more time, an end, another chance. */
@NullMarked
package descent.quiz.watch;

import org.jspecify.annotations.NullMarked;
