/** Questions as pages show them: as they are asked, and with what may be said of an answer. */
@NullMarked
package descent.quiz.view;

import org.jspecify.annotations.NullMarked;
