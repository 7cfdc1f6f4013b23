/** Flashcards of a lesson in the formats of other programs, out and in. */
@NullMarked
package descent.editor.card;

import org.jspecify.annotations.NullMarked;
