/** Games with a course's terms and sums: pages, the log of each game, own best and the boards. */
@NullMarked
package descent.game;

import org.jspecify.annotations.NullMarked;
