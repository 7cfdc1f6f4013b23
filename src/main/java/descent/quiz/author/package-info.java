/** What authors see and do about the tests of their courses. */
@NullMarked
package descent.quiz.author;

import org.jspecify.annotations.NullMarked;
