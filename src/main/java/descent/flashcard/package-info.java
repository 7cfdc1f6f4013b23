/** Flashcards: what there is to remember, when it is asked again, and the pages to do it on. */
@NullMarked
package descent.flashcard;

import org.jspecify.annotations.NullMarked;
