/** What people type: numbers in many forms, words, formulas; read, or refused with a reason. */
@NullMarked
package descent.question.notation;

import org.jspecify.annotations.NullMarked;
