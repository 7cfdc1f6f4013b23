/** Taking a test: begun once, saved as it is answered, ended by the learner or by the clock. */
@NullMarked
package descent.quiz.taking;

import org.jspecify.annotations.NullMarked;
