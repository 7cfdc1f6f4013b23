/** When a card is asked again: FSRS-6 and what surrounds it, without database, clock or web. */
@NullMarked
package descent.flashcard.scheduling;

import org.jspecify.annotations.NullMarked;
