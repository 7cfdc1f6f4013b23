/** Seeded chance: the same seed draws the same, on every machine and for ever. */
@NullMarked
package descent.question.chance;

import org.jspecify.annotations.NullMarked;
