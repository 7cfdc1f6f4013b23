/** The rules of tests: who may start when, until when it runs, what is drawn, what may be seen. */
@NullMarked
package descent.quiz.rules;

import org.jspecify.annotations.NullMarked;
