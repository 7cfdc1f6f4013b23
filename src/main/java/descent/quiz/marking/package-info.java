/**
 * What changes grades after an attempt was graded: people's marks, other keys, broken questions.
 */
@NullMarked
package descent.quiz.marking;

import org.jspecify.annotations.NullMarked;
