/** Families of questions whose numbers are drawn, and whose key and solution are computed. */
@NullMarked
package descent.question.generator;

import org.jspecify.annotations.NullMarked;
