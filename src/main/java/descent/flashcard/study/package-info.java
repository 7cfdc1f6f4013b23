/** Where every card stands with every learner, and all that changes it. */
@NullMarked
package descent.flashcard.study;

import org.jspecify.annotations.NullMarked;
