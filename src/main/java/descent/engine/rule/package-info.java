/** A tiny language of formulas: the learner's own update rules, compiled; and graphs' formulas. */
@NullMarked
package descent.engine.rule;

import org.jspecify.annotations.NullMarked;
