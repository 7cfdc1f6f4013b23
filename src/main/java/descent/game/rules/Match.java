package descent.game.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A game and its clock, which stands still in pauses.
 *
 * @param paused how long all pauses that have ended took together
 * @param pausedSince null while it goes on
 */
public record Match(
        Game game, Instant begun, Duration paused, @Nullable Instant pausedSince, int pauses) {
    /** More would only be used to choose one's questions. */
    public static final int PAUSES = 3;

    public static Match begin(Game game, Instant now) {
        return new Match(game, now, Duration.ZERO, null, 0);
    }

    /**
     * @throws RefusedMove for what the rules do not allow now
     */
    public Match play(Move move, Instant now) {
        if (isOver(now)) {
            throw new RefusedMove("The game is over.");
        }
        return switch (move) {
            case Move.Pause _ -> pause(now);
            case Move.Resume _ -> resume(now);
            case Move.Deed deed -> {
                if (pausedSince != null) {
                    throw new RefusedMove("The game is paused.");
                }
                yield new Match(game.play(deed, played(now)), begun, paused, null, pauses);
            }
        };
    }

    private Match pause(Instant now) {
        if (pausedSince != null) {
            return this;
        }
        if (pauses == PAUSES) {
            throw new RefusedMove("A game has at most %d pauses.".formatted(PAUSES));
        }
        return new Match(game.interrupted(played(now)), begun, paused, now, pauses + 1);
    }

    private Match resume(Instant now) {
        return pausedSince == null
                ? this
                : new Match(
                        game, begun, paused.plus(Duration.between(pausedSince, now)), null, pauses);
    }

    public Duration played(Instant now) {
        var until = pausedSince == null ? now : pausedSince;
        return Duration.between(begun, until).minus(paused);
    }

    public boolean isOver(Instant now) {
        return game.isOver(played(now));
    }

    public boolean isPaused() {
        return pausedSince != null;
    }
}
