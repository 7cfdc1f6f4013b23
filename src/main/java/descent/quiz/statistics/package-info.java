/** How good the questions of a test are, by what learners made of them. Needs only the JDK. */
@NullMarked
package descent.quiz.statistics;

import org.jspecify.annotations.NullMarked;
