/** The parts that pages are made of, each in its states, on one page for those who work on them. */
@NullMarked
package descent.design;

import org.jspecify.annotations.NullMarked;
