/** Practice: the engine of tests with another behaviour, which tells at once, helps, and waits. */
@NullMarked
package descent.quiz.practice;

import org.jspecify.annotations.NullMarked;
