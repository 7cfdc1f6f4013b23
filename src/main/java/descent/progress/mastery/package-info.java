/** How well a concept holds, by the answers given: a rule on numbers, without database or web. */
@NullMarked
package descent.progress.mastery;

import org.jspecify.annotations.NullMarked;
