/** Notes that learners write or import themselves, with their pictures. */
@NullMarked
package descent.flashcard.own;

import org.jspecify.annotations.NullMarked;
