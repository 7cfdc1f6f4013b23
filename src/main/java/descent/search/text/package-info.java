/** What is looked for, taken apart: words, their spelling, and formulas as words. */
@NullMarked
package descent.search.text;

import org.jspecify.annotations.NullMarked;
