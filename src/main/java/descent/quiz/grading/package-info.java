/** Grades what was answered, has runs decide where they must, and tells the other rooms in time. */
@NullMarked
package descent.quiz.grading;

import org.jspecify.annotations.NullMarked;
