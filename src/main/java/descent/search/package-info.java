/**
 * Site search: over lessons, glossaries, flashcards, experiments and questions, as far as one may
 * see them.
 */
@NullMarked
package descent.search;

import org.jspecify.annotations.NullMarked;
