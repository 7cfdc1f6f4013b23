/** What an experiment is: its settings, how they are read and written, and what they cost. */
@NullMarked
package descent.engine.spec;

import org.jspecify.annotations.NullMarked;
