/** Attempts: one locked row, what was drawn, and the steps of all that happened. */
@NullMarked
package descent.quiz.attempt;

import org.jspecify.annotations.NullMarked;
