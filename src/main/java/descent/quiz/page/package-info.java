/** The pages of tests: what is asked, and what the review policy lets be seen. */
@NullMarked
package descent.quiz.page;

import org.jspecify.annotations.NullMarked;
