/** What learners report to be wrong with questions, and what authors make of it. */
@NullMarked
package descent.quiz.report;

import org.jspecify.annotations.NullMarked;
