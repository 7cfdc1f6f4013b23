package descent.game.rules;

/** A move that the rules do not allow; the message tells the player why. */
public final class RefusedMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedMove(String message) {
        super(message);
    }
}
