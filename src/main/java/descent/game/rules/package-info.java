/**
 * The rules of the games: immutable records that a move leads on, dealt whole before they begin.
 */
@NullMarked
package descent.game.rules;

import org.jspecify.annotations.NullMarked;
