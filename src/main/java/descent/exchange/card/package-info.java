/** Flashcards as they travel, and the table form of them. */
@NullMarked
package descent.exchange.card;

import org.jspecify.annotations.NullMarked;
