/** What counts as an answer, how much it is worth, and what is said about it. */
@NullMarked
package descent.question.answer;

import org.jspecify.annotations.NullMarked;
