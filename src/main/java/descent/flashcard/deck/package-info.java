/** What cards there are: notes of a course, their decks, and the sides of them that are asked. */
@NullMarked
package descent.flashcard.deck;

import org.jspecify.annotations.NullMarked;
