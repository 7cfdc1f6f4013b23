/** How many people sign in in a second, and what everybody else notices of it. */
@NullMarked
package descent.bench.login;

import org.jspecify.annotations.NullMarked;
