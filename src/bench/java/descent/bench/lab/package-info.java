/** How fast curves arrive, how many, how fairly, and what is left of those who went away. */
@NullMarked
package descent.bench.lab;

import org.jspecify.annotations.NullMarked;
