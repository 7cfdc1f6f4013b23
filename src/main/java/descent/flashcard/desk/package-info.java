/** The pages on which learners tend their cards: look through, write, import, set, measure. */
@NullMarked
package descent.flashcard.desk;

import org.jspecify.annotations.NullMarked;
