package descent.game.rules;

/**
 * What a player is told of the last question.
 *
 * @param answer the right one
 */
public record Said(boolean right, String text, String answer) {}
