/**
 * Attempts: one locked row, what was drawn, the steps of all that happened, and what they come to.
 */
@NullMarked
package descent.quiz.attempt;

import org.jspecify.annotations.NullMarked;
