package descent.game.rules;

/** What a player does. */
public sealed interface Move {
    /** Something that a game's own rules decide about. */
    sealed interface Deed extends Move {}

    /** Turns a card over, counted from 0. */
    record Turn(int card) implements Deed {}

    /** Answers the question on the screen. */
    record Answer(String text) implements Deed {}

    /** Types the line on the screen: all keys in order, {@link Typing#BACK} for a step back. */
    record Keys(String keys) implements Deed {}

    /** Gives the question on the screen up. */
    record Skip() implements Deed {}

    record Pause() implements Move {}

    record Resume() implements Move {}
}
